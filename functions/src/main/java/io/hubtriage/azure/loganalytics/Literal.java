package io.hubtriage.azure.loganalytics;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;

/**
 * Values as KQL literals: the only way a value gets into a query. Strings: {@code
 * learn.microsoft.com/kusto/query/scalar-data-types/string}.
 */
final class Literal {
  private Literal() {}

  /**
   * Rows for a {@code datatable}.
   *
   * @param columns the schema: {@code hub:string, shortest:long}
   * @param rows values in the columns' order
   */
  record Table(String columns, List<List<Object>> rows) {
    Table {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Writes a value.
   *
   * @throws IllegalArgumentException if it is no string, long, instant or table
   */
  static String of(Object value) {
    if (value instanceof String text) {
      return quoted(text);
    }
    if (value instanceof Long number) {
      return "long(" + number + ")";
    }
    if (value instanceof Instant time) {
      return "datetime(" + time + ")";
    }
    if (value instanceof Table table) {
      return table.rows().stream()
          .flatMap(List::stream)
          .map(Literal::of)
          .collect(joining(", ", "datatable(" + table.columns() + ")[", "]"));
    }
    throw new IllegalArgumentException("no KQL literal for a " + value.getClass().getName());
  }

  /** Whatever is not plain ASCII is written by its number, so no character can end the literal. */
  private static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || c > 0x7e) {
        out.append('\\').append('u').append(Integer.toHexString(0x10000 | c), 1, 5);
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
