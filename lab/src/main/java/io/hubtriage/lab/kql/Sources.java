package io.hubtriage.lab.kql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Translates pipelines: where their rows come from, then step by step. */
final class Sources implements Pipeline.Source.Cases<Relation> {
  private final Table table;
  private final Map<String, Relation> lets;
  private final Map<String, Sql> scalars;

  Sources(Table table, Map<String, Relation> lets, Map<String, Sql> scalars) {
    this.table = table;
    this.lets = lets;
    this.scalars = scalars;
  }

  Relation rows(Pipeline pipeline) {
    Relation rows = pipeline.source().match(this);
    for (Step step : pipeline.steps()) {
      rows = step.match(new Steps(rows, scalars, table, this));
    }
    return rows;
  }

  @Override
  public Relation named(Pipeline.Named named) {
    Relation rows = lets.get(named.name());
    if (rows != null) {
      return rows;
    }
    if (!named.name().equals(table.name())) {
      throw KqlException.unresolved(named.at(), "table or column expression", named.name());
    }
    return new Relation(
        table.from(),
        table.columns(),
        table.columns().stream()
            .collect(Collectors.toMap(Column::name, column -> Sql.identifier(column.name()))),
        Relation.Order.NONE);
  }

  /** Columns meet by name; where a part lacks one it has null, or the empty string. */
  @Override
  public Relation union(Pipeline.Union union) {
    List<Relation> parts = union.parts().stream().map(this::rows).toList();
    Map<String, Column> columns = new LinkedHashMap<>();
    for (Relation part : parts) {
      for (Column column : part.columns()) {
        Column known = columns.putIfAbsent(column.name(), column);
        if (known != null && known.type() != column.type()) {
          throw KqlException.notCovered(
              union.at(), "union of a column '" + column.name() + "' with several types");
        }
      }
    }
    List<Column> all = Relation.distinct(union.at(), new ArrayList<>(columns.values()));
    String query =
        parts.stream()
            .map(part -> "SELECT " + filled(part, all) + " FROM " + part.from())
            .collect(Collectors.joining(" UNION ALL "));
    return new Relation("(" + query + ")", all, Map.of(), Relation.Order.NONE);
  }

  private static String filled(Relation part, List<Column> all) {
    return all.stream()
        .map(
            column ->
                part.find(column.name()).isPresent()
                    ? Sql.identifier(column.name())
                    : absent(column.type()) + " AS " + Sql.identifier(column.name()))
        .collect(Collectors.joining(", "));
  }

  private static String absent(Type type) {
    return type == Type.STRING ? "''" : "NULL::" + type.sql();
  }

  @Override
  public Relation datatable(Pipeline.Datatable datatable) {
    List<Column> columns = Relation.distinct(datatable.at(), datatable.columns());
    int width = columns.size();
    if (datatable.values().size() % width != 0) {
      throw KqlException.semantic(
          datatable.at(),
          datatable.values().size() + " values do not fill rows of " + width + " columns");
    }
    String rows =
        IntStream.range(0, datatable.values().size() / width)
            .mapToObj(row -> datatable.values().subList(row * width, (row + 1) * width))
            .map(values -> row(values, columns))
            .collect(Collectors.joining(", "));
    return new Relation(
        rows.isEmpty() ? empty(columns) : values(rows, columns),
        columns,
        Map.of(),
        Relation.Order.NONE);
  }

  private String row(List<Expression> values, List<Column> columns) {
    Expressions constants =
        new Expressions(
            new Relation("", List.of(), Map.of(), Relation.Order.NONE),
            Map.of(),
            new Windows(),
            Expressions.Of.ROW);
    return IntStream.range(0, values.size())
        .mapToObj(i -> constants.sql(values.get(i), columns.get(i).type()).text())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String values(String rows, List<Column> columns) {
    return "(SELECT * FROM (VALUES " + rows + ") AS v(" + Translator.list(columns) + "))";
  }

  private static String empty(List<Column> columns) {
    return columns.stream()
        .map(column -> "NULL::" + column.type().sql() + " AS " + Sql.identifier(column.name()))
        .collect(Collectors.joining(", ", "(SELECT ", " WHERE false)"));
  }
}
