package io.hubtriage.azure.storage;

import java.util.List;

/**
 * Which rows of a partition.
 *
 * @param prefix rows whose key begins with it; never empty
 * @param where a further condition in OData, or {@code ""}
 * @param columns the columns wanted; all if empty
 */
record Filter(String prefix, String where, List<String> columns) {
  Filter {
    columns = List.copyOf(columns);
  }

  static Filter prefix(String prefix) {
    return new Filter(prefix, "", List.of());
  }

  Filter where(String condition) {
    return new Filter(prefix, condition, columns);
  }

  /** Keys only. */
  Filter keys() {
    return new Filter(prefix, where, List.of("PartitionKey", "RowKey"));
  }

  /** The condition in OData. Escaped keys hold no quotes. */
  String in(String partition) {
    int last = prefix.length() - 1;
    String end = prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
    String range =
        "PartitionKey eq '%s' and RowKey ge '%s' and RowKey lt '%s'"
            .formatted(partition, prefix, end);
    return where.isEmpty() ? range : range + " and " + where;
  }
}
