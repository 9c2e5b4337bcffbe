package io.hubtriage.notify.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;

/** Numbers and durations as people read them. */
final class Quantities {
  private final Language language;

  Quantities(Language language) {
    this.language = language;
  }

  /** {@code 1,234}. */
  String number(long value) {
    return format("#,##0", (double) value);
  }

  /** A rate or count with a fraction: {@code 0.04}, {@code 3.5}, {@code 1,234}. */
  String decimal(double value) {
    if (Math.abs(value) >= 10) {
      return number(Math.round(value));
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(2, RoundingMode.HALF_UP));
    return format("0.##", rounded.setScale(2, RoundingMode.HALF_UP).doubleValue());
  }

  /**
   * A share of 0 to 1 as percent. Never {@code 100%} or {@code 0%} unless it is: "all" and "none"
   * are claims.
   */
  String share(double share) {
    double percent = share * 100;
    if (percent > 0 && percent < 0.95) {
      return percent < 0.1 ? "<0.1%" : format("0.0", percent) + "%";
    }
    if (percent > 99 && percent < 100) {
      return percent > 99.9 ? ">99.9%" : format("0.0", Math.floor(percent * 10) / 10) + "%";
    }
    return Math.round(percent) + "%";
  }

  /** A p-value with its sign: {@code p < 0.001}, {@code p = 0.02}. */
  String chance(double p) {
    return p < 0.001 ? "p < 0.001" : "p = " + format("0.0##", p);
  }

  /** {@code 6 s}, {@code 5 min 45 s}, {@code 65 min}, {@code 4 h 10 min}, {@code 3 d 4 h}. */
  String length(Duration length) {
    long seconds = Math.round(length.abs().toMillis() / 1000.0);
    if (seconds == 0) {
      return language.text(length.isZero() ? "unit.zero" : "unit.instant");
    }
    if (seconds < 120 && seconds != 60) {
      return unit("second", seconds);
    }
    if (seconds < 600) {
      return two("minute", seconds / 60, "second", seconds % 60);
    }
    long minutes = Math.round(seconds / 60.0);
    if (minutes < 120) {
      return unit("minute", minutes);
    }
    if (minutes < 48 * 60) {
      return two("hour", minutes / 60, "minute", minutes % 60);
    }
    long hours = Math.round(minutes / 60.0);
    return two("day", hours / 24, "hour", hours % 24);
  }

  /** In seconds whatever the size, as keep-alives are written: {@code 345 s}. */
  String seconds(Duration length) {
    return unit("second", Math.round(length.toMillis() / 1000.0));
  }

  private String two(String big, long bigs, String small, long smalls) {
    return smalls == 0
        ? unit(big, bigs)
        : unit(big, bigs) + language.text("unit.between") + unit(small, smalls);
  }

  private String unit(String unit, long count) {
    return number(count) + language.text("unit." + unit);
  }

  private static String format(String pattern, double value) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value);
  }
}
