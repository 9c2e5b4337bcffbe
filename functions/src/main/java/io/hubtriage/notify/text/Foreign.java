package io.hubtriage.notify.text;

/**
 * Text we did not write - device ids, SDK names, networks - made harmless for a channel. Devices
 * choose much of it, so it is treated as an attack on the reader: nothing in it may hide, reorder,
 * format or link.
 */
public enum Foreign {
  /** For plain text; HTML is escaped by the template. */
  PLAIN,
  /** For the Markdown subset of Adaptive Cards in Teams. */
  MARKDOWN;

  /**
   * ASCII punctuation that can mean something in Markdown, in HTML inside it, or in an Adaptive
   * Card's own {@code {{DATE(...)}}} functions.
   */
  private static final String ACTIVE = "\\`*_#[](){}~<>|!&";

  /**
   * Makes the text safe to show.
   *
   * @param longest most characters (code points) of the text to show, at least 3; of a longer one
   *     the middle is left out, because ids differ at their ends
   */
  public String tame(String text, int longest) {
    String visible = visible(shorten(text, longest));
    return this == MARKDOWN ? escapeMarkdown(visible) : visible;
  }

  private static String shorten(String text, int longest) {
    int length = text.codePointCount(0, text.length());
    if (length <= longest) {
      return text;
    }
    int tail = (longest - 1) / 2;
    int head = longest - 1 - tail;
    return text.substring(0, text.offsetByCodePoints(0, head))
        + "…"
        + text.substring(text.offsetByCodePoints(text.length(), -tail));
  }

  private static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> appendVisible(out, c));
    return out.toString();
  }

  private static void appendVisible(StringBuilder out, int c) {
    switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR -> out.append(' ');
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          out.append("‹U+").append(hex(c)).append('›');
      default -> out.appendCodePoint(c);
    }
  }

  private static String hex(int c) {
    String digits = Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }

  private static String escapeMarkdown(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    int digits = leadingDigits(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean list = i == 0 ? c == '-' || c == '+' : i == digits && c == '.';
      boolean link = c == ':' && text.startsWith("//", i + 1);
      if (list || link || ACTIVE.indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }

  private static int leadingDigits(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }
}
