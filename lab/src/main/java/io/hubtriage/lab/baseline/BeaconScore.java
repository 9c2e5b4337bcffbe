package io.hubtriage.lab.baseline;

import java.util.Arrays;

/**
 * How much like clockwork a series of moments is, 0 to 1: the beacon score of RITA 5
 * (github.com/activecm/rita, {@code analysis/beacons.go}) without its part on data sizes, which
 * connection logs do not have. The other three parts weigh alike: gaps symmetric and close to each
 * other; an even histogram of the day; a day that is covered.
 */
final class BeaconScore {
  private static final int BINS = 24;
  private static final int LEAST_MOMENTS = 4;
  private static final int LEAST_GAPS = 3;

  private BeaconScore() {}

  /**
   * The score of a device.
   *
   * @param seconds when it disconnected, ascending, all within the day
   * @param from the day's beginning
   * @param to its end, later
   * @return 0 for fewer than 4 moments
   */
  static double of(long[] seconds, long from, long to) {
    double[] gaps = gaps(seconds);
    if (seconds.length < LEAST_MOMENTS || gaps.length < LEAST_GAPS) {
      return 0;
    }
    int[] bins = histogram(seconds, from, to);
    double covered = (double) (seconds[seconds.length - 1] - seconds[0]) / (to - from);
    return (regularity(gaps) + evenness(bins) + duration(bins, covered)) / 3;
  }

  /** Distances of neighbours, ascending, without those of length 0. */
  private static double[] gaps(long[] seconds) {
    double[] gaps = new double[Math.max(0, seconds.length - 1)];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = seconds[i + 1] - seconds[i];
    }
    return Arrays.stream(gaps).filter(g -> g > 0).sorted().toArray();
  }

  /** Bowley's skewness and the median absolute deviation of the gaps, each turned into a score. */
  static double regularity(double[] gaps) {
    double low = median(gaps, 0, gaps.length / 2);
    double middle = median(gaps, 0, gaps.length);
    double high = median(gaps, (gaps.length + 1) / 2, gaps.length);
    boolean flat = high - low < 10 || middle == low || middle == high;
    double skew = flat ? 0 : (low + high - 2 * middle) / (high - low);
    double[] away = Arrays.stream(gaps).map(g -> Math.abs(g - middle)).sorted().toArray();
    double spread = median(away, 0, away.length);
    double close = middle < 1 ? 1 : Math.max(0, (middle - spread) / middle);
    return Math.round((1 - Math.abs(skew) + close) / 2 * 1000) / 1000.0;
  }

  private static int[] histogram(long[] seconds, long from, long to) {
    int[] bins = new int[BINS];
    for (long second : seconds) {
      bins[(int) Math.min(BINS - 1, (second - from) * BINS / (to - from))]++;
    }
    return bins;
  }

  /** One minus the coefficient of variation, or how well two heights describe the bins. */
  private static double evenness(int[] bins) {
    double mean = Arrays.stream(bins).average().orElse(0);
    double variance = Arrays.stream(bins).mapToDouble(b -> (b - mean) * (b - mean)).sum() / BINS;
    double variation = Math.sqrt(variance) / mean;
    return Math.max(variation > 1 ? 0 : 1 - variation, bimodal(bins));
  }

  private static double bimodal(int[] bins) {
    int filled = filled(bins);
    if (filled < 11) {
      return 0;
    }
    int step = (int) Math.ceil(0.05 * Arrays.stream(bins).max().orElse(0));
    int[] heights = new int[BINS * 20 + 1];
    for (int bin : bins) {
      if (bin > 0) {
        heights[bin / step]++;
      }
    }
    Arrays.sort(heights);
    int best = heights[heights.length - 1] + heights[heights.length - 2];
    return Math.min(1, (double) best / Math.max(filled - 1, 1));
  }

  private static double duration(int[] bins, double covered) {
    if (filled(bins) < 6) {
      return 0;
    }
    int longest = 0;
    int run = 0;
    for (int i = 0; i < 2 * BINS && longest < BINS; i++) {
      run = bins[i % BINS] > 0 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    double steady = Math.ceil(longest / 12.0 * 1000) / 1000;
    return Math.min(1, Math.max(Math.ceil(covered * 1000) / 1000, steady));
  }

  private static int filled(int[] bins) {
    return (int) Arrays.stream(bins).filter(b -> b > 0).count();
  }

  /** Of the sorted values in {@code [from, to)}; of none, the value at {@code from}. */
  private static double median(double[] sorted, int from, int to) {
    int count = to - from;
    if (count <= 0) {
      return sorted[Math.min(from, sorted.length - 1)];
    }
    int middle = from + count / 2;
    return count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
