package io.hubtriage.lab.kql;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rows in SQL. Beside its columns it may have hidden ones, whose names hold a {@code $}: no name of
 * the query language can.
 *
 * @param from what stands after FROM: a name, or a query in brackets
 * @param origins what columns are in terms of the stored table; empty once hidden columns of that
 *     table no longer come along
 * @param order whether {@link #ROW} numbers the rows
 * @param codes the ENUM types of the string columns that are kept as numbers
 */
record Relation(
    String from,
    List<Column> columns,
    Map<String, String> origins,
    Order order,
    Map<String, String> codes) {
  /** Numbers the rows of an ordered relation. */
  static final String ROW = "\"$row\"";

  enum Order {
    ORDERED,
    NONE
  }

  Relation {
    columns = List.copyOf(columns);
    origins = Map.copyOf(origins);
    codes = Map.copyOf(codes);
  }

  /** Rows without order, whose hidden columns stayed behind. */
  static Relation plain(String from, List<Column> columns, Map<String, String> codes) {
    return new Relation(from, columns, Map.of(), Order.NONE, codes);
  }

  Optional<Column> find(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  boolean ordered() {
    return order == Order.ORDERED;
  }

  /** Another query over the same columns; hidden ones come along. */
  Relation withFrom(String query) {
    return new Relation("(" + query + ")", columns, origins, order, codes);
  }

  /**
   * Checks the columns of a new relation.
   *
   * @throws KqlException if two are the same, or the same to DuckDB, which is case-blind
   */
  static List<Column> distinct(int at, List<Column> columns) {
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name().toLowerCase(Locale.ROOT))) {
        throw KqlException.notCovered(
            at, "a second column '" + column.name() + "', in upper or lower case,");
      }
    }
    return columns;
  }
}
