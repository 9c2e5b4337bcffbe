package io.hubtriage.lab.report;

import java.util.List;

/**
 * Counts upwards, by their square root: one device that fails once a minute stays visible next to
 * an outage of four hundred, and twice as high still means clearly more.
 *
 * @param top the count at the upper end, at least 4 and a multiple of 4
 * @param base where zero is
 * @param high how far up the top is
 */
record Scale(long top, double base, double high) {
  private static final double LEAST = 1.5;

  /** The lowest round scale that holds the count. */
  static Scale upTo(long most, double base, double high) {
    for (long decade = 1; ; decade *= 10) {
      for (long step : new long[] {4, 8, 20}) {
        if (step * decade >= most) {
          return new Scale(step * decade, base, high);
        }
      }
    }
  }

  /** How high a count stands; whatever is not zero can be seen. */
  double height(long count) {
    return count == 0 ? 0 : Math.max(LEAST, high * Math.sqrt((double) count / top));
  }

  double y(long count) {
    return base - high * Math.sqrt((double) count / top);
  }

  /** A quarter of the top, which stands half way up, and the top. */
  List<Long> marks() {
    return List.of(top / 4, top);
  }
}
