package io.hubtriage.lab.accuracy;

import io.hubtriage.lab.score.Accuracy;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * One method under one condition.
 *
 * @param seeds one measure per seed, at least one
 * @param whole all of them as one log
 */
record Pool(List<Measure> seeds, Measure whole) {
  /** Takes a copy. */
  Pool {
    seeds = List.copyOf(seeds);
  }

  static Pool of(List<Measure> seeds) {
    return new Pool(seeds, Measure.pooled(seeds));
  }

  /** The same with the spread of those seeds only that satisfy a condition, at least one. */
  Pool where(Predicate<Accuracy> condition) {
    return new Pool(seeds.stream().filter(m -> condition.test(m.accuracy())).toList(), whole);
  }

  /** A figure of the pooled rows, and its lowest and highest among the seeds. */
  Spread spread(ToDoubleFunction<Accuracy> figure) {
    double[] all = seeds.stream().map(Measure::accuracy).mapToDouble(figure).sorted().toArray();
    return new Spread(figure.applyAsDouble(whole.accuracy()), all[0], all[all.length - 1]);
  }

  /**
   * A figure and how it varies.
   *
   * @param pooled over the rows of all seeds
   * @param lowest of any seed
   * @param highest of any seed
   */
  record Spread(double pooled, double lowest, double highest) {}
}
