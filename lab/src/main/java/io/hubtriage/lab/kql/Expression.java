package io.hubtriage.lab.kql;

import java.time.Instant;
import java.util.List;

/** A scalar expression as written. {@code at} is the offset of the piece an error points to. */
sealed interface Expression {
  int at();

  <R> R match(Cases<R> cases);

  /** One answer per kind of expression; a new kind stops every fold compiling. */
  interface Cases<R> {
    R text(Text text);

    R number(Whole number);

    R time(Time time);

    R span(Span span);

    R json(Json json);

    R noNumber(NoNumber noNumber);

    R name(Name name);

    R call(Call call);

    R binary(Binary binary);

    R negated(Negated negated);

    R member(Member member);

    R element(Element element);
  }

  record Text(int at, String value) implements Expression {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.text(this);
    }
  }

  record Whole(int at, long value) implements Expression {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.number(this);
    }
  }

  record Time(int at, Instant value) implements Expression {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.time(this);
    }
  }

  record Span(int at, long micros) implements Expression {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.span(this);
    }
  }

  /** {@code dynamic(...)}. */
  record Json(int at, String text) implements Expression {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.json(this);
    }
  }

  /** {@code long(null)}. */
  record NoNumber(int at) implements Expression {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.noNumber(this);
    }
  }

  record Name(int at, String name) implements Expression {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.name(this);
    }
  }

  record Call(int at, String function, List<Expression> arguments) implements Expression {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.call(this);
    }
  }

  record Binary(int at, String operator, Expression left, Expression right) implements Expression {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.binary(this);
    }
  }

  record Negated(int at, Expression operand) implements Expression {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.negated(this);
    }
  }

  /** {@code of.name}. */
  record Member(int at, Expression of, String name) implements Expression {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.member(this);
    }
  }

  /** {@code of[index]}. */
  record Element(int at, Expression of, long index) implements Expression {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.element(this);
    }
  }
}
