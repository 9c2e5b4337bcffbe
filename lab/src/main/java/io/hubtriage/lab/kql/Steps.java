package io.hubtriage.lab.kql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Translates one operator over the rows that come to it. */
final class Steps implements Step.Cases<Relation> {
  private final Relation input;
  private final Map<String, Sql> lets;
  private final Table table;
  private final Sources sources;
  private final Windows windows = new Windows();
  private final Expressions expressions;

  Steps(Relation input, Map<String, Sql> lets, Table table, Sources sources) {
    this.input = input;
    this.lets = lets;
    this.table = table;
    this.sources = sources;
    this.expressions = new Expressions(input, lets, windows, Expressions.Of.ROW);
  }

  @Override
  public Relation where(Step.Where where) {
    List<String> conditions = new ArrayList<>();
    conditions(where.condition(), conditions);
    return input.withFrom(
        select(windows.otherColumns()) + " WHERE " + String.join(" AND ", conditions));
  }

  /** Each side of an {@code and} by itself, so that what does not change can be stored. */
  private void conditions(Expression condition, List<String> into) {
    if (condition instanceof Expression.Binary both && both.operator().equals("and")) {
      conditions(both.left(), into);
      conditions(both.right(), into);
    } else {
      into.add(stored(expressions.sql(condition, Type.BOOL)).text());
    }
  }

  /** The value from the table's hidden column, if there is one for it. */
  private Sql stored(Sql value) {
    String origin = value.origin();
    if (origin == null || origin.indexOf('(') < 0 || input.origins().isEmpty()) {
      return value; // of this query only, or no work to save, or the hidden columns are gone
    }
    return table
        .stored(origin, value.type())
        .map(column -> column(column, value.type()))
        .orElse(value);
  }

  private static Sql column(Table.Stored stored, Type type) {
    return stored
        .code()
        .map(code -> Sql.coded(stored.name(), code, stored.name() + "::VARCHAR"))
        .orElseGet(() -> Sql.plain(stored.name(), type));
  }

  @Override
  public Relation extend(Step.Extend extend) {
    List<Column> columns = new ArrayList<>(input.columns());
    Map<String, String> origins = new HashMap<>(input.origins());
    Map<String, String> codes = new HashMap<>(input.codes());
    List<String> added = new ArrayList<>();
    for (Step.Definition definition : extend.columns()) {
      Sql value = stored(expressions.sql(definition.value()));
      Column column = new Column(Definitions.name(definition), value.type());
      columns.add(column);
      added.add(value.passed() + " AS " + Sql.identifier(column.name()));
      if (value.coded() != null) {
        codes.put(column.name(), value.coded().code());
      }
      if (value.origin() != null) {
        origins.put(column.name(), value.origin());
      }
    }
    return new Relation(
        "(" + select(windows.otherColumns() + ", " + String.join(", ", added)) + ")",
        Relation.distinct(extend.at(), columns),
        origins,
        input.order(),
        codes);
  }

  /** Hidden columns stay behind, but for the one that numbers the rows. */
  @Override
  public Relation project(Step.Project project) {
    List<Column> columns = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    Map<String, String> codes = new HashMap<>();
    for (Step.Definition definition : project.columns()) {
      Sql value = stored(expressions.sql(definition.value()));
      Column column = new Column(Definitions.name(definition), value.type());
      columns.add(column);
      kept.add(value.passed() + " AS " + Sql.identifier(column.name()));
      if (value.coded() != null) {
        codes.put(column.name(), value.coded().code());
      }
    }
    if (input.ordered()) {
      kept.add(Relation.ROW);
    }
    return new Relation(
        "(" + select(String.join(", ", kept)) + ")",
        Relation.distinct(project.at(), columns),
        Map.of(),
        input.order(),
        codes);
  }

  @Override
  public Relation distinct(Step.Distinct distinct) {
    List<Column> columns =
        distinct.columns().stream()
            .map(name -> new Column(name.name(), expressions.sql(name).type()))
            .toList();
    distinct.columns().forEach(this::mustBeColumn);
    Map<String, String> codes = new HashMap<>(input.codes());
    codes.keySet().retainAll(columns.stream().map(Column::name).toList());
    return Relation.plain(
        "(" + select("DISTINCT " + Translator.list(columns)) + ")",
        Relation.distinct(distinct.at(), columns),
        codes);
  }

  private Column mustBeColumn(Expression.Name name) {
    return input
        .find(name.name())
        .orElseThrow(() -> KqlException.unresolved(name.at(), "column", name.name()));
  }

  @Override
  public Relation take(Step.Take take) {
    String order = input.ordered() ? " ORDER BY " + Relation.ROW : "";
    return input.withFrom(select("*") + order + " LIMIT " + take.rows());
  }

  @Override
  public Relation order(Step.Order order) {
    String keys =
        order.keys().stream()
            .map(
                key ->
                    Sql.identifier(mustBeColumn(key.column()).name())
                        + (key.direction() == Step.Order.Direction.ASC
                            ? " ASC NULLS FIRST"
                            : " DESC NULLS LAST"))
            .collect(Collectors.joining(", "));
    String others = input.ordered() ? "* EXCLUDE (" + Relation.ROW + ")" : "*";
    return new Relation(
        "(SELECT *, row_number() OVER () AS "
            + Relation.ROW
            + " FROM ("
            + select(others)
            + " ORDER BY "
            + keys
            + "))",
        input.columns(),
        input.origins(),
        Relation.Order.ORDERED,
        input.codes());
  }

  @Override
  public Relation summarize(Step.Summarize summarize) {
    return new Groups(input, lets).summarize(summarize);
  }

  @Override
  public Relation join(Step.Join join) {
    return Joins.join(join, input, sources.rows(join.right()));
  }

  private String select(String what) {
    return "SELECT " + what + " FROM " + windows.over(input.from());
  }
}
