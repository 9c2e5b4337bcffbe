package io.hubtriage.lab.kql;

import java.util.ArrayList;
import java.util.HashMap;
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
        Relation.Order.NONE,
        Map.of());
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
    Map<String, String> codes = shared(parts, all);
    String query =
        parts.stream()
            .map(part -> "SELECT " + filled(part, all, codes) + " FROM " + part.from())
            .collect(Collectors.joining(" UNION ALL "));
    return Relation.plain("(" + query + ")", all, codes);
  }

  /** Columns that all parts keep as the same numbers. */
  private static Map<String, String> shared(List<Relation> parts, List<Column> all) {
    Map<String, String> codes = new HashMap<>(parts.get(0).codes());
    parts.forEach(part -> codes.entrySet().retainAll(part.codes().entrySet()));
    codes.keySet().retainAll(all.stream().map(Column::name).toList());
    return codes;
  }

  private static String filled(Relation part, List<Column> all, Map<String, String> codes) {
    return all.stream()
        .map(column -> filled(part, column, codes) + " AS " + Sql.identifier(column.name()))
        .collect(Collectors.joining(", "));
  }

  private static String filled(Relation part, Column column, Map<String, String> codes) {
    if (part.find(column.name()).isEmpty()) {
      return absent(column.type());
    }
    String name = Sql.identifier(column.name());
    return column.type() == Type.STRING && !codes.containsKey(column.name())
        ? name + "::VARCHAR"
        : name;
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
    return Relation.plain(
        rows.isEmpty() ? empty(columns) : values(rows, columns), columns, Map.of());
  }

  private String row(List<Expression> values, List<Column> columns) {
    Expressions constants =
        new Expressions(
            Relation.plain("", List.of(), Map.of()), Map.of(), new Windows(), Expressions.Of.ROW);
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
