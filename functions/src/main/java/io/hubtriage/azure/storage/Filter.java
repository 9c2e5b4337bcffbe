package io.hubtriage.azure.storage;

import java.util.ArrayList;
import java.util.List;

/**
 * Which rows of a partition.
 *
 * @param key the key of the one row, or what the keys of the rows begin with; never empty
 * @param range the condition on the key in OData
 * @param where a further condition in OData, or {@code ""}
 * @param columns the columns wanted; all if empty
 * @param most how many rows at most; positive
 */
record Filter(String key, String range, String where, List<String> columns, int most) {
  private static final int ALL = Integer.MAX_VALUE;

  Filter {
    columns = List.copyOf(columns);
  }

  /** One row. Escaped keys hold no quotes, here and below. */
  static Filter row(String key) {
    return new Filter(key, "RowKey eq '%s'".formatted(key), "", List.of(), 1);
  }

  /** Rows whose keys begin alike. */
  static Filter prefix(String prefix) {
    int last = prefix.length() - 1;
    String end = prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
    return new Filter(
        prefix, "RowKey ge '%s' and RowKey lt '%s'".formatted(prefix, end), "", List.of(), ALL);
  }

  Filter where(String condition) {
    return new Filter(key, range, condition, columns, most);
  }

  /** No more than so many, the first by key. */
  Filter first(int limit) {
    return new Filter(key, range, where, columns, limit);
  }

  /** Keys only. */
  Filter keys() {
    return only();
  }

  /** Keys and these columns only. */
  Filter only(String... columns) {
    List<String> wanted = new ArrayList<>(List.of("PartitionKey", "RowKey"));
    wanted.addAll(List.of(columns));
    return new Filter(key, range, where, wanted, most);
  }

  /** The condition in OData. */
  String in(String partition) {
    String all = "PartitionKey eq '%s' and %s".formatted(partition, range);
    return where.isEmpty() ? all : all + " and " + where;
  }
}
