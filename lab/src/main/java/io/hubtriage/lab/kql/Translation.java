package io.hubtriage.lab.kql;

import java.util.List;

/**
 * A query in SQL.
 *
 * @param sql gives {@code columns} in this order, once {@link Kql#PRELUDE} was run
 * @param columns names and types of the result
 */
public record Translation(String sql, List<Column> columns) {
  /** Copies the columns. */
  public Translation {
    columns = List.copyOf(columns);
  }
}
