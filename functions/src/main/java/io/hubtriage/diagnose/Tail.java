package io.hubtriage.diagnose;

/** How surprising a count is. */
final class Tail {
  private Tail() {}

  /**
   * The chance of {@code count} or more where {@code mean} are usual and their variance is {@code
   * dispersion} times the mean: Poisson at 1, negative binomial above (Johnson, Kemp and Kotz,
   * Univariate Discrete Distributions, ch. 5).
   *
   * @param count 0 or more
   * @param mean above 0
   * @param dispersion 1 or more
   */
  static double atLeast(long count, double mean, double dispersion) {
    if (count <= 0) {
      return 1;
    }
    double term =
        dispersion <= 1.001 ? Math.exp(-mean) : Math.pow(dispersion, -mean / (dispersion - 1));
    double below = 0;
    double ratio = dispersion <= 1.001 ? 0 : (dispersion - 1) / dispersion;
    double size = dispersion <= 1.001 ? 0 : mean / (dispersion - 1);
    for (long k = 0; k < count; k++) {
      below += term;
      term *= dispersion <= 1.001 ? mean / (k + 1) : ratio * (size + k) / (k + 1);
      if (k > mean && term < 1e-18) {
        break;
      }
    }
    // Far out, 1 minus the sum has no digits left: the next term is then the size of the tail.
    return Math.max(1 - below, Math.min(1, term));
  }
}
