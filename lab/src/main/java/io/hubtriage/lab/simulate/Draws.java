package io.hubtriage.lab.simulate;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Random numbers in the shapes the behaviours need. The same seed and stream give the same numbers
 * on every machine, which is why logarithms and roots come from {@link StrictMath}.
 */
final class Draws {
  private final SplittableRandom random;

  private Draws(SplittableRandom random) {
    this.random = random;
  }

  /**
   * A source of its own.
   *
   * @param seed the scenario's
   * @param stream which of the seed's sources; unlike ones are independent
   */
  static Draws of(long seed, long stream) {
    long mixed = new SplittableRandom(stream).nextLong();
    return new Draws(new SplittableRandom(seed ^ mixed));
  }

  /** A new source that does not depend on what else is drawn from this one. */
  Draws split() {
    return new Draws(random.split());
  }

  /** Uniform in {@code [low, high)}. */
  double uniform(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Uniform in {@code [0, bound)}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  long bits() {
    return random.nextLong();
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** Uniform between two numbers of seconds, as ticks. */
  long seconds(double low, double high) {
    return Ticks.ofSeconds(uniform(low, high));
  }

  double exponential(double mean) {
    return -mean * StrictMath.log(1 - random.nextDouble());
  }

  /** Log-normal: half of the draws below the median, {@code sigma} the deviation of the log. */
  double logNormal(double median, double sigma) {
    return median * StrictMath.exp(sigma * gaussian());
  }

  /** Gamma with shape 3: no draw near zero, a tail of about four medians. */
  double gamma(double median) {
    double scale = median / 2.674; // the median of a gamma(3, 1)
    return exponential(scale) + exponential(scale) + exponential(scale);
  }

  /** The numbers 0 to {@code size - 1} in random order. */
  int[] permutation(int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = below(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** Standard normal by Box and Muller. */
  private double gaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }
}
