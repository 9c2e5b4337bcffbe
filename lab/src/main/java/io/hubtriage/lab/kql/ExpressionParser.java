package io.hubtriage.lab.kql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubtriage.lab.kql.Token.Kind;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads scalar expressions. From loosest to tightest: {@code or}, {@code and}, equality, order,
 * sums, products, string operators, the minus sign, members; as in the language's grammar
 * (github.com/microsoft/Kusto-Query-Language, Kusto.g4).
 */
final class ExpressionParser {
  private static final Set<String> OR = Set.of("or");
  private static final Set<String> AND = Set.of("and");
  private static final Set<String> EQUALITY = Set.of("==", "!=");
  private static final Set<String> ORDER = Set.of("<", "<=", ">", ">=");
  private static final Set<String> SUM = Set.of("+", "-");
  private static final Set<String> PRODUCT = Set.of("*", "/", "%");
  private static final Set<String> STRING = Set.of("has", "contains", "startswith");
  private static final Set<String> OTHER_OPERATORS =
      Set.of("in", "between", "matches", "endswith", "hasprefix", "hassuffix", "has_any", "like");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Tokens tokens;

  ExpressionParser(Tokens tokens) {
    this.tokens = tokens;
  }

  Expression expression() {
    Expression expression = or();
    Token next = tokens.peek();
    if (next.kind() == Kind.NAME && OTHER_OPERATORS.contains(next.text())) {
      throw KqlException.notCovered(next.at(), "the operator " + next.text());
    }
    return expression;
  }

  private Expression or() {
    return chain(OR, this::and);
  }

  private Expression and() {
    return chain(AND, this::equality);
  }

  private Expression equality() {
    return once(EQUALITY, this::order);
  }

  private Expression order() {
    return once(ORDER, this::sum);
  }

  private Expression sum() {
    return chain(SUM, this::product);
  }

  private Expression product() {
    return chain(PRODUCT, this::stringOperator);
  }

  private Expression stringOperator() {
    return once(STRING, this::unary);
  }

  private Expression chain(Set<String> operators, Supplier<Expression> tighter) {
    Expression left = tighter.get();
    while (isOne(operators)) {
      Token operator = tokens.take();
      left = new Expression.Binary(operator.at(), operator.text(), left, tighter.get());
    }
    return left;
  }

  private Expression once(Set<String> operators, Supplier<Expression> tighter) {
    Expression left = tighter.get();
    if (!isOne(operators)) {
      return left;
    }
    Token operator = tokens.take();
    return new Expression.Binary(operator.at(), operator.text(), left, tighter.get());
  }

  private boolean isOne(Set<String> operators) {
    Token next = tokens.peek();
    return (next.kind() == Kind.SIGN || next.kind() == Kind.NAME)
        && operators.contains(next.text());
  }

  private Expression unary() {
    Token next = tokens.peek();
    return tokens.accept("-") ? new Expression.Negated(next.at(), postfix()) : postfix();
  }

  private Expression postfix() {
    Expression of = primary();
    while (true) {
      Token next = tokens.peek();
      if (tokens.accept(".")) {
        String member = tokens.expect(Kind.NAME, "the name of a member").text();
        of = new Expression.Member(next.at(), of, member);
      } else if (tokens.accept("[")) {
        String index = tokens.expect(Kind.LONG, "the number of an element").text();
        of = new Expression.Element(next.at(), of, Long.parseLong(index));
        tokens.expect("]");
      } else {
        return of;
      }
    }
  }

  private Expression primary() {
    Token next = tokens.peek();
    if (tokens.accept("(")) {
      Expression inside = expression();
      tokens.expect(")");
      return inside;
    }
    return switch (next.kind()) {
      case NAME -> named(tokens.take());
      case STRING -> new Expression.Text(tokens.take().at(), next.text());
      case LONG -> new Expression.Whole(tokens.take().at(), Long.parseLong(next.text()));
      case TIMESPAN -> new Expression.Span(tokens.take().at(), Long.parseLong(next.text()));
      case DATETIME_OF -> time(tokens.take());
      case LONG_OF -> number(tokens.take());
      case DYNAMIC_OF -> json(tokens.take());
      case SIGN, END -> throw tokens.expected("an expression");
    };
  }

  private Expression named(Token name) {
    if (!tokens.accept("(")) {
      return new Expression.Name(name.at(), name.text());
    }
    List<Expression> arguments = new ArrayList<>();
    if (!tokens.accept(")")) {
      do {
        arguments.add(expression());
      } while (tokens.accept(","));
      tokens.expect(")");
    }
    return new Expression.Call(name.at(), name.text(), List.copyOf(arguments));
  }

  private static Expression time(Token token) {
    try {
      return new Expression.Time(token.at(), Instant.parse(token.text()));
    } catch (DateTimeException e) {
      throw KqlException.notCovered(
          token.at(), "a time that is not ISO 8601 with a Z: " + token.text());
    }
  }

  private static Expression number(Token token) {
    if (token.text().equals("null")) {
      return new Expression.NoNumber(token.at());
    }
    try {
      return new Expression.Whole(token.at(), Long.parseLong(token.text()));
    } catch (NumberFormatException e) {
      throw KqlException.notCovered(token.at(), "long(" + token.text() + ")");
    }
  }

  private static Expression json(Token token) {
    try {
      return new Expression.Json(token.at(), JSON.readTree(token.text()).toString());
    } catch (JsonProcessingException e) {
      throw KqlException.syntax(token.at(), "not JSON: " + token.text());
    }
  }
}
