package io.hubtriage.lab.cli;

/** How many places a text takes at a terminal. */
final class TextWidth {
  /** Ranges of East Asian Wide and Fullwidth characters and emoji, first and last (UAX #11). */
  private static final int[][] WIDE = {
    {0x1100, 0x115F}, // Hangul initials
    {0x2E80, 0x303E}, // CJK radicals and punctuation
    {0x3041, 0xA4CF}, // kana, CJK ideographs, Yi
    {0xA960, 0xA97F}, // Hangul initials, extended
    {0xAC00, 0xD7A3}, // Hangul
    {0xF900, 0xFAFF}, // CJK compatibility
    {0xFE30, 0xFE6F}, // CJK compatibility forms
    {0xFF01, 0xFF60}, // full-width forms
    {0xFFE0, 0xFFE6}, // full-width signs
    {0x1F300, 0x1F64F}, // pictures and faces
    {0x1F680, 0x1F6FF}, // traffic
    {0x1F900, 0x1F9FF}, // more pictures
    {0x20000, 0x3FFFD}, // CJK extensions
  };

  private TextWidth() {}

  static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  private static int of(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || type == Character.CONTROL) {
      return 0;
    }
    for (int[] range : WIDE) {
      if (character >= range[0] && character <= range[1]) {
        return 2;
      }
    }
    return 1;
  }
}
