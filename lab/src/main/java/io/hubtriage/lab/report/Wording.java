package io.hubtriage.lab.report;

import io.hubtriage.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as the page writes them: English, UTC. */
final class Wording {
  static final DateTimeFormatter DAY = utc("d MMM");
  static final DateTimeFormatter CLOCK = utc("HH:mm");
  private static final DateTimeFormatter TIME = utc("d MMM HH:mm");
  private static final DateTimeFormatter FULL = utc("yyyy-MM-dd HH:mm");

  private Wording() {}

  private static DateTimeFormatter utc(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }

  /** {@code 24 Nov 09:05}. */
  static String time(Instant at) {
    return TIME.format(at);
  }

  /** {@code 2026-11-24 09:05 to 2026-11-25 11:05 UTC}. */
  static String span(Window window) {
    return FULL.format(window.start()) + " to " + FULL.format(window.end()) + " UTC";
  }

  /** {@code 12,345}. */
  static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** {@code 1 row}, {@code 12,345 rows}. */
  static String count(long count, String noun) {
    return number(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** {@code 97.3%}. Rounding never claims all or nothing: 9,999 of 10,000 are {@code >99.9%}. */
  static String share(long part, long whole) {
    if (whole == 0 || part == 0) {
      return "0%";
    }
    if (part == whole) {
      return "100%";
    }
    double percent = 100.0 * part / whole;
    if (percent >= 99.95) {
      return ">99.9%";
    }
    return percent < 0.05 ? "<0.1%" : String.format(Locale.ROOT, "%.1f%%", percent);
  }

  /** The two largest units that matter: {@code 3 d 4 h}, {@code 2 h 5 min}, {@code 40 s}. */
  static String length(Duration length) {
    long seconds = Math.max(0, length.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    long minutes = Math.round(seconds / 60.0);
    if (minutes < 60) {
      return minutes + " min";
    }
    if (minutes < 48 * 60) {
      return pair(minutes / 60, "h", minutes % 60, "min");
    }
    long hours = Math.round(minutes / 60.0);
    return pair(hours / 24, "d", hours % 24, "h");
  }

  private static String pair(long large, String unit, long small, String part) {
    return large + " " + unit + (small == 0 ? "" : " " + small + " " + part);
  }

  /** {@code 840 B}, {@code 12.3 KB}. */
  static String size(long bytes) {
    return bytes < 1000 ? bytes + " B" : String.format(Locale.ROOT, "%.1f KB", bytes / 1000.0);
  }

  /** A score of 0 to 1 with three decimals; rounding never claims 1. */
  static String score(double value) {
    return String.format(Locale.ROOT, "%.3f", value < 1 ? Math.min(value, 0.999) : 1);
  }

  /** A coordinate in a picture, with one decimal at most. */
  static String at(double coordinate) {
    long tenths = Math.round(coordinate * 10);
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : String.format(Locale.ROOT, "%.1f", tenths / 10.0);
  }
}
