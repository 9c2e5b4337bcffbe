package io.hubtriage.lab.kql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One operator of a pipeline, after a {@code |}. */
sealed interface Step {
  int at();

  <R> R match(Cases<R> cases);

  /** One answer per operator; a new one stops every fold compiling. */
  interface Cases<R> {
    R where(Where where);

    R extend(Extend extend);

    R project(Project project);

    R distinct(Distinct distinct);

    R take(Take take);

    R order(Order order);

    R summarize(Summarize summarize);

    R join(Join join);
  }

  /**
   * A column to be.
   *
   * @param name null if none is given
   */
  record Definition(int at, @Nullable String name, Expression value) {}

  record Where(int at, Expression condition) implements Step {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.where(this);
    }
  }

  record Extend(int at, List<Definition> columns) implements Step {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.extend(this);
    }
  }

  record Project(int at, List<Definition> columns) implements Step {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.project(this);
    }
  }

  record Distinct(int at, List<Expression.Name> columns) implements Step {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.distinct(this);
    }
  }

  record Take(int at, long rows) implements Step {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.take(this);
    }
  }

  record Order(int at, List<Key> keys) implements Step {
    /** Nulls come first ascending and last descending. */
    enum Direction {
      ASC,
      DESC
    }

    record Key(Expression.Name column, Direction direction) {}

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.order(this);
    }
  }

  record Summarize(int at, List<Definition> aggregates, List<Definition> by) implements Step {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.summarize(this);
    }
  }

  record Join(int at, Kind kind, Pipeline right, List<Expression.Name> on) implements Step {
    enum Kind {
      INNER,
      LEFTOUTER,
      LEFTSEMI
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.join(this);
    }
  }
}
