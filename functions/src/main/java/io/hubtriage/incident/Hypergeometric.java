package io.hubtriage.incident;

/**
 * The chance that a group drawn without regard to a trait has it as often as it does: the one-sided
 * exact test of R. A. Fisher (Statistical Methods for Research Workers, 5th ed. 1934, section
 * 21.02).
 */
final class Hypergeometric {
  private Hypergeometric() {}

  /**
   * The chance of {@code count} or more marked ones among {@code drawn} out of {@code all}, of
   * which {@code marked} are marked. The terms are summed outwards from the likeliest one, as
   * multiples of it (Johnson, Kemp and Kotz, Univariate Discrete Distributions, 6.2.1), so that
   * none overflows and a small chance keeps its digits; below about 1e-300 it is 0.
   *
   * @param drawn 0 to {@code all}; the time taken grows with it
   * @param marked 0 to {@code all}
   */
  static double atLeast(long count, long drawn, long marked, long all) {
    long least = Math.max(0, drawn + marked - all);
    long most = Math.min(drawn, marked);
    if (count <= least) {
      return 1;
    }
    long mode = (long) ((drawn + 1.0) * (marked + 1.0) / (all + 2.0));
    mode = Math.max(least, Math.min(most, mode));
    double tail = 0;
    double rest = 0;
    double term = 1;
    for (long k = mode; k <= most; k++) {
      if (k >= count) {
        tail += term;
      } else {
        rest += term;
      }
      term *= (double) (marked - k) / (k + 1) * (drawn - k) / (all - marked - drawn + k + 1);
    }
    term = 1;
    for (long k = mode; k > least; k--) {
      term *= (double) k / (marked - k + 1) * (all - marked - drawn + k) / (drawn - k + 1);
      if (k > count) {
        tail += term;
      } else {
        rest += term;
      }
    }
    return tail / (tail + rest);
  }
}
