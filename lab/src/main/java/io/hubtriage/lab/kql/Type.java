package io.hubtriage.lab.kql;

import java.util.Locale;

/**
 * A scalar type of the query language, and what stands for it in DuckDB. Strings are never null;
 * values of the other types may be.
 */
public enum Type {
  STRING("VARCHAR"),
  LONG("BIGINT"),
  REAL("DOUBLE"),
  BOOL("BOOLEAN"),
  /** To the microsecond; Kusto keeps tenths of it. */
  DATETIME("TIMESTAMP"),
  /** Microseconds. */
  TIMESPAN("BIGINT"),
  /** JSON text. */
  DYNAMIC("JSON");

  private final String sql;

  Type(String sql) {
    this.sql = sql;
  }

  /** The name the language gives it, as in a column's declaration. */
  public String kql() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** DuckDB's type. */
  public String sql() {
    return sql;
  }
}
