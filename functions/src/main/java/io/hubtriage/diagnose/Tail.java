package io.hubtriage.diagnose;

/** How surprising a count is. */
final class Tail {
  /** Below this dispersion a negative binomial is a Poisson distribution. */
  private static final double POISSON = 1.001;

  /** What adds less than this share changes no digit of a sum. */
  private static final double NOTHING = 1e-17;

  private Tail() {}

  /**
   * The chance of {@code count} or more where {@code mean} are usual and their variance is {@code
   * dispersion} times the mean: Poisson at 1, negative binomial above (Johnson, Kemp and Kotz,
   * Univariate Discrete Distributions, ch. 5). The terms are summed outwards from the likeliest
   * one, as multiples of it: so none underflows that matters, however large the mean, and a small
   * chance keeps its digits.
   *
   * @param count 0 or more
   * @param mean above 0
   * @param dispersion 1 or more
   */
  static double atLeast(long count, double mean, double dispersion) {
    if (count <= 0) {
      return 1;
    }
    boolean poisson = dispersion <= POISSON;
    double ratio = poisson ? 0 : (dispersion - 1) / dispersion;
    double base = poisson ? mean : ratio * mean / (dispersion - 1);
    long mode = (long) (poisson ? mean : Math.max(0, mean - (dispersion - 1)));
    double tail = 0;
    double rest = 0;
    double term = 1;
    for (long k = mode; counts(term, tail); k++) {
      if (k >= count) {
        tail += term;
      } else {
        rest += term;
      }
      term *= (base + ratio * k) / (k + 1);
    }
    term = 1;
    for (long k = mode; k > 0 && counts(term, rest); k--) {
      term *= k / (base + ratio * (k - 1));
      if (k > count) {
        tail += term;
      } else {
        rest += term;
      }
    }
    return tail / (tail + rest);
  }

  /** Below the normal numbers a product may stay what it was for ever. */
  private static boolean counts(double term, double sum) {
    return term > Math.max(NOTHING * sum, Double.MIN_NORMAL);
  }
}
