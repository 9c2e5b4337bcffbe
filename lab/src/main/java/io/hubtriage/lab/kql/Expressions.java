package io.hubtriage.lab.kql;

import static io.hubtriage.lab.kql.Type.DATETIME;
import static io.hubtriage.lab.kql.Type.DYNAMIC;
import static io.hubtriage.lab.kql.Type.LONG;
import static io.hubtriage.lab.kql.Type.STRING;
import static io.hubtriage.lab.kql.Type.TIMESPAN;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Translates scalar expressions over one relation. */
final class Expressions implements Expression.Cases<Sql> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private final Relation relation;
  private final Map<String, Sql> lets;
  private final Windows windows;
  private final Of of;

  /** What an expression is worked out for. */
  enum Of {
    ROW,
    /** A group of rows: columns stand inside aggregates only. */
    GROUP
  }

  Expressions(Relation relation, Map<String, Sql> lets, Windows windows, Of of) {
    this.relation = relation;
    this.lets = lets;
    this.windows = windows;
    this.of = of;
  }

  /**
   * Translates.
   *
   * @throws KqlException if something in it is wrong or not covered
   */
  Sql sql(Expression expression) {
    return expression.match(this);
  }

  /** As above, of a type. */
  Sql sql(Expression expression, Type type) {
    Sql sql = sql(expression);
    if (sql.type() != type) {
      throw KqlException.semantic(
          expression.at(), "expected " + type.kql() + " here, found " + sql.type().kql());
    }
    return sql;
  }

  @Override
  public Sql text(Expression.Text text) {
    if (text.value().indexOf('\0') >= 0) {
      throw KqlException.notCovered(text.at(), "the character \\u0000");
    }
    return Sql.plain(Sql.quoted(text.value()), STRING);
  }

  @Override
  public Sql number(Expression.Whole number) {
    return Sql.plain(number.value() + "::BIGINT", LONG);
  }

  @Override
  public Sql time(Expression.Time time) {
    LocalDateTime utc =
        LocalDateTime.ofInstant(time.value().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    if (utc.getYear() < 1 || utc.getYear() > 9999) {
      throw KqlException.semantic(time.at(), "a time outside the years 1 to 9999");
    }
    return Sql.plain("TIMESTAMP '" + TIME.format(utc) + "'", DATETIME);
  }

  @Override
  public Sql span(Expression.Span span) {
    return Sql.plain(span.micros() + "::BIGINT", TIMESPAN);
  }

  @Override
  public Sql json(Expression.Json json) {
    return Sql.plain(Sql.quoted(json.text()) + "::JSON", DYNAMIC);
  }

  @Override
  public Sql noNumber(Expression.NoNumber noNumber) {
    return Sql.plain("NULL::BIGINT", LONG);
  }

  /** A column hides a let statement of the same name. */
  @Override
  public Sql name(Expression.Name name) {
    return relation
        .find(name.name())
        .map(column -> column(name, column))
        .orElseGet(() -> let(name));
  }

  private Sql column(Expression.Name name, Column column) {
    if (of == Of.GROUP) {
      throw KqlException.semantic(
          name.at(), "the column '" + name.name() + "' stands outside of an aggregate");
    }
    String identifier = Sql.identifier(column.name());
    String origin = relation.origins().get(column.name());
    String code = relation.codes().get(column.name());
    return code == null
        ? new Sql(identifier, column.type(), origin, 0, null)
        : Sql.coded(identifier, code, origin);
  }

  private Sql let(Expression.Name name) {
    Sql value = lets.get(name.name());
    if (value == null) {
      throw KqlException.unresolved(name.at(), "scalar expression", name.name());
    }
    return value;
  }

  @Override
  public Sql call(Expression.Call call) {
    String function = call.function();
    boolean aggregate = AggregateFunctions.has(function);
    if (AggregateFunctions.givesRow(function) || (aggregate && of == Of.ROW)) {
      throw KqlException.semantic(call.at(), function + "() cannot stand here");
    }
    if (aggregate) {
      Arguments ofRows = arguments(call, new Expressions(relation, lets, windows, Of.ROW));
      return AggregateFunctions.call(ofRows, relation.order());
    }
    Arguments arguments = arguments(call, this);
    if (function.equals("column_ifexists")) {
      return columnIfExists(arguments);
    }
    if (WindowFunctions.has(function)) {
      return window(arguments);
    }
    @Nullable Sql known =
        function.equals("ingestion_time")
            ? ingestionTime(arguments)
            : ScalarFunctions.call(arguments);
    if (known == null) {
      throw KqlException.notCovered(call.at(), "the function " + function + "()");
    }
    return known;
  }

  private static Arguments arguments(Expression.Call call, Expressions scope) {
    return new Arguments(call, call.arguments().stream().map(scope::sql).toList());
  }

  private Sql columnIfExists(Arguments arguments) {
    String name = arguments.exactly(2).literal(0);
    Sql otherwise = arguments.get(1);
    return relation
        .find(name)
        .map(column -> column(new Expression.Name(arguments.call().at(), name), column))
        .orElse(otherwise);
  }

  private Sql window(Arguments arguments) {
    if (!relation.ordered() || of == Of.GROUP) {
      throw KqlException.semantic(
          arguments.call().at(), arguments.call().function() + "() needs sorted rows: order by");
    }
    return WindowFunctions.call(arguments, windows);
  }

  private Sql ingestionTime(Arguments arguments) {
    arguments.exactly(0);
    if (relation.origins().isEmpty()) {
      throw KqlException.notCovered(
          arguments.call().at(), "ingestion_time() anywhere but directly on a table");
    }
    return Sql.plain(Table.INGESTION_TIME, DATETIME);
  }

  @Override
  public Sql binary(Expression.Binary binary) {
    return Operators.of(binary, sql(binary.left()), sql(binary.right()));
  }

  @Override
  public Sql negated(Expression.Negated negated) {
    return Sql.of(LONG, "(-?)", sql(negated.operand(), LONG));
  }

  @Override
  public Sql member(Expression.Member member) {
    return Sql.of(DYNAMIC, "json_extract(?, '$." + member.name() + "')", sql(member.of(), DYNAMIC));
  }

  @Override
  public Sql element(Expression.Element element) {
    return Sql.of(
        DYNAMIC, "json_extract(?, '$[" + element.index() + "]')", sql(element.of(), DYNAMIC));
  }
}
