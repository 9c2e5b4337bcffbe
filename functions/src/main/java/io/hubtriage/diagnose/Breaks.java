package io.hubtriage.diagnose;

/** How the rows of one break follow each other. */
final class Breaks {
  private Breaks() {}

  /**
   * The rate, per hour, of a further failed attempt after {@code gap} milliseconds: clients back
   * off, so attempts thin out with the time since the last one (rate about one per elapsed time).
   */
  static double retryRate(long gap) {
    return 3_600_000.0 / (gap + 10_000.0);
  }
}
