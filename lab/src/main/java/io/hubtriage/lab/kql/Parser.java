package io.hubtriage.lab.kql;

import io.hubtriage.lab.kql.Token.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a query's statements and pipelines. */
final class Parser {
  private static final Map<String, Step.Join.Kind> JOINS =
      Map.of(
          "inner", Step.Join.Kind.INNER,
          "leftouter", Step.Join.Kind.LEFTOUTER,
          "leftsemi", Step.Join.Kind.LEFTSEMI);

  private final Tokens tokens;
  private final ExpressionParser expressions;

  private Parser(String query) {
    this.tokens = new Tokens(Lexer.tokens(query));
    this.expressions = new ExpressionParser(tokens);
  }

  /**
   * Reads a whole query.
   *
   * @throws KqlException if it is not of the form covered
   */
  static Script parse(String query) {
    return new Parser(query).script();
  }

  private Script script() {
    List<Script.Let> lets = new ArrayList<>();
    while (tokens.peek().is("let")) {
      lets.add(let());
      tokens.expect(";");
    }
    Pipeline query = pipeline();
    tokens.accept(";");
    if (tokens.peek().kind() != Kind.END) {
      throw tokens.expected("'|' or the end of the query");
    }
    return new Script(List.copyOf(lets), query);
  }

  private Script.Let let() {
    int at = tokens.take().at();
    String name = name("the name of the let statement").text();
    tokens.expect("=");
    if (tokens.peek().is("materialize")) {
      tokens.take();
      tokens.expect("(");
      Pipeline rows = pipeline();
      tokens.expect(")");
      return new Script.LetRows(at, name, rows, Script.Keep.ONCE);
    }
    return startsPipeline()
        ? new Script.LetRows(at, name, pipeline(), Script.Keep.ANEW)
        : new Script.LetScalar(at, name, expressions.expression());
  }

  private boolean startsPipeline() {
    Token next = tokens.peek();
    return next.is("union")
        || next.is("datatable")
        || (next.kind() == Kind.NAME && tokens.second().is("|"));
  }

  private Pipeline pipeline() {
    Pipeline.Source source = source();
    List<Step> steps = new ArrayList<>();
    while (tokens.accept("|")) {
      steps.add(step());
    }
    return new Pipeline(source, List.copyOf(steps));
  }

  private Pipeline.Source source() {
    Token next = name("a table");
    if (next.is("union")) {
      return new Pipeline.Union(next.at(), list(this::unionPart));
    }
    if (next.is("datatable")) {
      return datatable(next);
    }
    if (tokens.peek().is("(")) {
      throw KqlException.notCovered(next.at(), "rows made by " + next.text() + "()");
    }
    return new Pipeline.Named(next.at(), next.text());
  }

  private Pipeline unionPart() {
    if (tokens.accept("(")) {
      Pipeline inside = pipeline();
      tokens.expect(")");
      return inside;
    }
    Token name = name("a table");
    if (tokens.peek().is("=")) {
      throw KqlException.notCovered(name.at(), "the parameter " + name.text() + " of union");
    }
    return new Pipeline(new Pipeline.Named(name.at(), name.text()), List.of());
  }

  private Pipeline.Source datatable(Token start) {
    tokens.expect("(");
    List<Column> columns = list(this::declaration);
    tokens.expect(")");
    tokens.expect("[");
    List<Expression> values = new ArrayList<>();
    while (!tokens.accept("]")) {
      values.add(expressions.expression());
      if (!tokens.peek().is("]")) {
        tokens.expect(",");
      }
    }
    return new Pipeline.Datatable(start.at(), columns, List.copyOf(values));
  }

  private Column declaration() {
    String name = name("the name of a column").text();
    tokens.expect(":");
    Token type = name("a type");
    return Arrays.stream(Type.values())
        .filter(t -> t.kql().equals(type.text()))
        .findFirst()
        .map(t -> new Column(name, t))
        .orElseThrow(() -> KqlException.notCovered(type.at(), "the type " + type.text()));
  }

  private Step step() {
    Token operator = name("an operator");
    return switch (operator.text()) {
      case "where" -> new Step.Where(operator.at(), expressions.expression());
      case "extend" -> new Step.Extend(operator.at(), list(this::definition));
      case "project" -> new Step.Project(operator.at(), list(this::definition));
      case "distinct" -> new Step.Distinct(operator.at(), columns());
      case "take" -> take(operator);
      case "order" -> order(operator);
      case "summarize" -> summarize(operator);
      case "join" -> join(operator);
      default -> throw KqlException.notCovered(operator.at(), "the operator " + operator.text());
    };
  }

  private Step.Definition definition() {
    Token first = tokens.peek();
    if (first.kind() == Kind.NAME && tokens.second().is("=")) {
      tokens.take();
      tokens.take();
      return new Step.Definition(first.at(), first.text(), expressions.expression());
    }
    return new Step.Definition(first.at(), null, expressions.expression());
  }

  private Step take(Token operator) {
    Token count = tokens.expect(Kind.LONG, "a number of rows");
    return new Step.Take(operator.at(), Long.parseLong(count.text()));
  }

  private Step order(Token operator) {
    tokens.expect("by");
    return new Step.Order(operator.at(), list(this::key));
  }

  private Step.Order.Key key() {
    Expression.Name column = column();
    boolean ascending = tokens.accept("asc");
    if (!ascending) {
      tokens.accept("desc");
    }
    if (tokens.peek().is("nulls")) {
      throw KqlException.notCovered(tokens.peek().at(), "'nulls first' and 'nulls last'");
    }
    return new Step.Order.Key(
        column, ascending ? Step.Order.Direction.ASC : Step.Order.Direction.DESC);
  }

  private Step summarize(Token operator) {
    List<Step.Definition> aggregates = list(this::definition);
    if (!tokens.peek().is("by")) {
      throw KqlException.notCovered(operator.at(), "summarize without by");
    }
    tokens.take();
    return new Step.Summarize(operator.at(), aggregates, list(this::definition));
  }

  private Step join(Token operator) {
    Step.Join.Kind kind =
        parameters(operator)
            .orElseThrow(
                () ->
                    KqlException.notCovered(
                        operator.at(), "join without a kind, which is innerunique,"));
    tokens.expect("(");
    Pipeline right = pipeline();
    tokens.expect(")");
    tokens.expect("on");
    return new Step.Join(operator.at(), kind, right, columns());
  }

  private Optional<Step.Join.Kind> parameters(Token join) {
    if (tokens.peek().is("(")) {
      return Optional.empty();
    }
    Token parameter = name("kind=");
    tokens.expect("=");
    Token kind = name("a kind of join");
    if (!parameter.is("kind") || !JOINS.containsKey(kind.text())) {
      throw KqlException.notCovered(join.at(), "join with " + parameter.text() + "=" + kind.text());
    }
    return Optional.ofNullable(JOINS.get(kind.text()));
  }

  private List<Expression.Name> columns() {
    return list(this::column);
  }

  private Expression.Name column() {
    Token next = tokens.peek();
    if (next.kind() != Kind.NAME || tokens.second().is("(") || tokens.second().is("==")) {
      throw KqlException.notCovered(
          next.at(), "anything but the name of a column here, such as " + next.shown() + ",");
    }
    return new Expression.Name(next.at(), tokens.take().text());
  }

  private Token name(String what) {
    return tokens.expect(Kind.NAME, what);
  }

  private <T> List<T> list(Supplier<T> element) {
    List<T> elements = new ArrayList<>();
    do {
      elements.add(element.get());
    } while (tokens.accept(","));
    return List.copyOf(elements);
  }
}
