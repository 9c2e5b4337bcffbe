package io.hubtriage.lab.score;

/**
 * How well one cause is found. A share of nothing is 0.
 *
 * @param rows how many rows truly have the cause
 * @param precision the share of the rows given the cause that have it
 * @param recall the share of the rows with the cause that were given it
 * @param f1 the harmonic mean of the two
 */
public record CauseScore(long rows, double precision, double recall, double f1) {
  static CauseScore of(long hits, long given, long rows) {
    return new CauseScore(
        rows, share(hits, given), share(hits, rows), share(2 * hits, given + rows));
  }

  static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
