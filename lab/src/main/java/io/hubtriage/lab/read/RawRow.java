package io.hubtriage.lab.read;

import java.util.EnumMap;
import java.util.Map;

/** The columns of one record as text, before anything is made of them. */
final class RawRow {
  private final Map<Column, String> values = new EnumMap<>(Column.class);

  /** Sets a column; blank text is no value, and does not replace one. */
  void set(Column column, String text) {
    if (!text.isBlank()) {
      values.put(column, text.strip());
    }
  }

  /** The column's text without blanks around it, or {@code ""}. */
  String get(Column column) {
    return values.getOrDefault(column, "");
  }
}
