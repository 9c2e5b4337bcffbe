package io.hubtriage.lab.kql;

import java.util.List;
import java.util.Optional;

/** The one table that queries read, as DuckDB holds it. */
public interface Table {
  /** A hidden column of type TIMESTAMP: when the row could first be queried. */
  String INGESTION_TIME = "\"$ingested\"";

  /** The table's name in queries. */
  String name();

  /** Its columns in queries. */
  List<Column> columns();

  /**
   * What stands after FROM: a table or a query in brackets that has all columns, {@link
   * #INGESTION_TIME} and those promised by {@link #stored}.
   */
  String from();

  /**
   * Asks for a hidden column that holds the value of an expression. A query asks the same of every
   * row again and again; what depends on a row alone can be worked out once.
   *
   * @param expression over the table's columns and earlier stored ones; no parameters of the query
   *     are in it
   * @return the column, or empty if it is to be worked out each time
   */
  Optional<Stored> stored(String expression, Type type);

  /**
   * A hidden column.
   *
   * @param name as an identifier
   * @param code the ENUM type, sorted by value, of a string that is kept as numbers; else empty
   */
  record Stored(String name, Optional<String> code) {}
}
