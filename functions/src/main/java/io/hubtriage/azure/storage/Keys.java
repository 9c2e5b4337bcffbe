package io.hubtriage.azure.storage;

/**
 * Keys of table rows, made of parts.
 *
 * <p>A table key must not hold {@code / \ # ?} or control characters, and {@code %} and {@code '}
 * have been a trap to clients. An escaped part holds only what a URL leaves alone: lower-case
 * letters, digits and {@code - . _ ~}. So no layer has a reason to touch it, and keys that differ
 * only in case stay apart even where case is not looked at.
 *
 * <pre>
 *   a to z, 0 to 9, - and .   themselves
 *   A to Z                    _a to _z
 *   other ASCII               ~23        two digits, lower-case hex
 *   other UTF-16 units        ~u00e9     four digits
 * </pre>
 */
final class Keys {
  /** Most characters of a key: 1 KiB of UTF-16. */
  static final int LONGEST = 512;

  private Keys() {}

  /** Different strings give different parts. The part of {@code ""} is {@code ""}. */
  static String escape(String text) {
    StringBuilder part = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (plain(c)) {
        part.append(c);
      } else if (c >= 'A' && c <= 'Z') {
        part.append('_').append((char) (c - 'A' + 'a'));
      } else if (c < 0x80) {
        hex(part.append('~'), c, 2);
      } else {
        hex(part.append("~u"), c, 4);
      }
    }
    return part.toString();
  }

  /**
   * The text a part was made of.
   *
   * @throws IllegalArgumentException if {@link #escape} never makes such a part
   */
  static String unescape(String part) {
    StringBuilder text = new StringBuilder(part.length());
    int i = 0;
    while (i < part.length()) {
      char c = part.charAt(i);
      if (c == '_' && i + 1 < part.length()) {
        text.append((char) (part.charAt(i + 1) - 'a' + 'A'));
        i += 2;
      } else if (c == '~') {
        boolean wide = part.startsWith("u", i + 1);
        int from = i + (wide ? 2 : 1);
        int to = from + (wide ? 4 : 2);
        text.append((char) number(part, from, to));
        i = to;
      } else {
        text.append(c);
        i++;
      }
    }
    if (!escape(text.toString()).equals(part)) {
      throw new IllegalArgumentException("not an escaped part of a key: " + part);
    }
    return text.toString();
  }

  /**
   * A key of escaped parts, with a colon before each but the first.
   *
   * @throws IllegalArgumentException if the key is longer than {@link #LONGEST}
   */
  static String join(String prefix, String... parts) {
    StringBuilder key = new StringBuilder(prefix);
    for (String part : parts) {
      key.append(':').append(escape(part));
    }
    if (key.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a table key has at most %d characters, this one %d: %s"
              .formatted(LONGEST, key.length(), key));
    }
    return key.toString();
  }

  private static boolean plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  }

  private static void hex(StringBuilder into, char c, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      into.append(Character.forDigit((c >> shift) & 15, 16));
    }
  }

  private static int number(String part, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = i < part.length() ? Character.digit(part.charAt(i), 16) : -1;
      if (digit < 0) {
        throw new IllegalArgumentException("not an escaped part of a key: " + part);
      }
      number = 16 * number + digit;
    }
    return number;
  }
}
