package io.hubtriage.lab.cloud;

import io.hubtriage.lab.kql.Table;
import io.hubtriage.lab.kql.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Values of expressions that queries ask of every row, each in a hidden column of the table once it
 * was first asked for. Without them nearly all of a query's time is spent on taking the same {@code
 * properties_s} apart.
 */
final class StoredColumns {
  /** The shipped queries need about twenty; queries typed by hand must not fill the memory. */
  private static final int MOST = 60;

  private final Map<String, Table.Stored> columns = new LinkedHashMap<>();
  private final Map<Table.Stored, String> missing = new LinkedHashMap<>();

  /** The column for an expression; it must be there before the query that asks for it runs. */
  Optional<Table.Stored> column(String expression, Type type) {
    Table.Stored known = columns.get(expression);
    if (known != null || columns.size() == MOST) {
      return Optional.ofNullable(known);
    }
    int number = columns.size();
    Table.Stored column =
        new Table.Stored(
            "\"$m" + number + '"',
            type == Type.STRING ? Optional.of("\"$e" + number + '"') : Optional.empty());
    columns.put(expression, column);
    missing.put(column, "CAST(" + expression + " AS " + type.sql() + ")");
    return Optional.of(column);
  }

  /** The columns still to be made. */
  Set<Table.Stored> missing() {
    return missing.keySet();
  }

  /** A SELECT's list that works them out, each before those that use it. */
  String definitions() {
    return missing.entrySet().stream()
        .map(e -> e.getValue() + " AS " + e.getKey().name())
        .collect(Collectors.joining(", "));
  }

  /** A SELECT's list that keeps the strings among them as numbers; empty if there are none. */
  String coded() {
    return missing.keySet().stream()
        .filter(column -> column.code().isPresent())
        .map(column -> column.name() + "::" + column.code().get() + " AS " + column.name())
        .collect(Collectors.joining(", "));
  }

  /** They were made. */
  void made() {
    missing.clear();
  }
}
