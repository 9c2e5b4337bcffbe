package io.hubtriage.azure.storage;

import java.util.List;

/**
 * Which rows of a partition.
 *
 * @param key the key of the one row, or what the keys of the rows begin with; never empty
 * @param range the condition on the key in OData
 * @param where a further condition in OData, or {@code ""}
 * @param columns the columns wanted; all if empty
 */
record Filter(String key, String range, String where, List<String> columns) {
  Filter {
    columns = List.copyOf(columns);
  }

  /** One row. Escaped keys hold no quotes, here and below. */
  static Filter row(String key) {
    return new Filter(key, "RowKey eq '%s'".formatted(key), "", List.of());
  }

  /** Rows whose keys begin alike. */
  static Filter prefix(String prefix) {
    int last = prefix.length() - 1;
    String end = prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
    return new Filter(
        prefix, "RowKey ge '%s' and RowKey lt '%s'".formatted(prefix, end), "", List.of());
  }

  Filter where(String condition) {
    return new Filter(key, range, condition, columns);
  }

  /** Keys only. */
  Filter keys() {
    return new Filter(key, range, where, List.of("PartitionKey", "RowKey"));
  }

  /** The condition in OData. */
  String in(String partition) {
    String all = "PartitionKey eq '%s' and %s".formatted(partition, range);
    return where.isEmpty() ? all : all + " and " + where;
  }
}
