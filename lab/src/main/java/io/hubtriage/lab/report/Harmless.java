package io.hubtriage.lab.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;

/**
 * Escapes text for HTML elements and attributes. What neither HTML nor XML can hold, and what turns
 * the reading direction around, becomes U+FFFD, so that no device id can rearrange the page.
 */
final class Harmless implements Mustache.Escaper {
  private static final char REPLACEMENT = '\uFFFD';

  @Override
  public String escape(String raw) {
    return Escapers.HTML.escape(legible(raw));
  }

  static String legible(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    raw.codePoints().forEach(c -> text.appendCodePoint(illegible(c) ? REPLACEMENT : c));
    return text.toString();
  }

  private static boolean illegible(int c) {
    boolean control = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean bidi = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return control || surrogate || bidi || c == 0xFFFE || c == 0xFFFF;
  }
}
