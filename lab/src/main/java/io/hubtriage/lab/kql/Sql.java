package io.hubtriage.lab.kql;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A typed piece of SQL over the columns of a relation.
 *
 * @param origin the same over the columns of the stored table, null if the piece depends on more
 *     than one row of it or on what differs from query to query
 * @param level how many layers of window columns must be there before it can be worked out
 * @param coded the same without being turned into text; null if it is text, or no string
 */
record Sql(String text, Type type, @Nullable String origin, int level, @Nullable Coded coded) {
  /**
   * A string column that DuckDB keeps as numbers into a sorted list of its values.
   *
   * @param text the column
   * @param code the name of its ENUM type
   */
  record Coded(String text, String code) {}

  /** A literal or a column, in SQL. */
  static Sql plain(String text, Type type) {
    return new Sql(text, type, text, 0, null);
  }

  /**
   * Puts pieces together.
   *
   * @param template each {@code ?} of it stands for the next of the parts
   */
  static Sql of(Type type, String template, Sql... parts) {
    boolean hasOrigin = Stream.of(parts).noneMatch(part -> part.origin == null);
    return new Sql(
        fill(template, Stream.of(parts).map(Sql::text).toArray(String[]::new)),
        type,
        hasOrigin
            ? fill(template, Stream.of(parts).map(p -> p.origin).toArray(String[]::new))
            : null,
        Stream.of(parts).mapToInt(Sql::level).max().orElse(0),
        null);
  }

  /** The same without an origin. */
  Sql withoutOrigin() {
    return new Sql(text, type, null, level, null);
  }

  /** A column that is kept as numbers. */
  static Sql coded(String column, String code, @Nullable String origin) {
    return new Sql(column + "::VARCHAR", Type.STRING, origin, 0, new Coded(column, code));
  }

  /** How it is handed on or compared with itself: as numbers, if it is kept so. */
  String passed() {
    return coded == null ? text : coded.text();
  }

  private static String fill(String template, @Nullable String[] parts) {
    String[] between = template.split("\\?", -1);
    if (between.length != parts.length + 1) {
      throw new IllegalArgumentException(template + " does not take " + Arrays.toString(parts));
    }
    StringBuilder filled = new StringBuilder(between[0]);
    for (int i = 0; i < parts.length; i++) {
      filled.append(parts[i]).append(between[i + 1]);
    }
    return filled.toString();
  }

  /** Text as a SQL literal. DuckDB knows no escape but the doubled quote. */
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A name as a SQL identifier. */
  static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
