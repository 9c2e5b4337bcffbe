package io.hubtriage.lab.read;

import java.util.Locale;
import java.util.regex.Pattern;

/** How the records lie in a file, told from its first characters. */
enum Form {
  /** Nothing but blanks. */
  EMPTY,
  /**
   * Records, arrays or wrappers of them, one a line; perhaps inside brackets of their own lines.
   */
  JSON_LINES,
  /** JSON that runs over lines: only a parser can tell where a record ends. */
  JSON_DOCUMENT,
  /** A header line, then rows. */
  CSV,
  /** None of these. */
  UNKNOWN;

  private static final Pattern OPENER =
      Pattern.compile("(\\[|\\{|\\{\\s*\"(records|value)\"\\s*:\\s*\\[)");

  /** Whether a line only opens or closes what stands around the records. */
  static boolean bracketOnly(String line) {
    return OPENER.matcher(line).matches()
        || line.chars().allMatch(c -> "[]{},".indexOf(c) >= 0 || Character.isWhitespace(c));
  }

  static Form of(String prefix) {
    String start = prefix.strip();
    if (start.isEmpty()) {
      return EMPTY;
    }
    if (start.charAt(0) == '{' || start.charAt(0) == '[') {
      return json(start);
    }
    String header = start.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
    if (header.contains("timegenerated") || header.contains("properties")) {
      return CSV;
    }
    return start.contains("\n{") ? JSON_LINES : UNKNOWN;
  }

  private static Form json(String start) {
    String[] lines = start.split("\\R", 3);
    String first = lines[0].strip();
    if (lines.length == 1) {
      return first.endsWith("}") || first.endsWith("]") ? JSON_LINES : JSON_DOCUMENT;
    }
    if ("{[,".indexOf(first.charAt(first.length() - 1)) < 0) {
      return JSON_LINES;
    }
    String second = lines[1].strip();
    boolean recordALine = second.startsWith("{") && (second.endsWith("}") || second.endsWith("},"));
    return bracketOnly(first) && recordALine ? JSON_LINES : JSON_DOCUMENT;
  }
}
