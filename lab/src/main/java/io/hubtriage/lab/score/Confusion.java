package io.hubtriage.lab.score;

import io.hubtriage.model.Cause;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * How many rows of each true cause were given each cause. A row without a verdict counts as given
 * {@link Cause#UNKNOWN}.
 */
public final class Confusion {
  private final Map<Cause, Map<Cause, Long>> counts = new EnumMap<>(Cause.class);

  Confusion() {}

  void add(Cause truth, Cause given) {
    counts.computeIfAbsent(truth, t -> new EnumMap<>(Cause.class)).merge(given, 1L, Long::sum);
  }

  /** The counts of several logs together. */
  public static Confusion sum(Collection<Confusion> all) {
    Confusion sum = new Confusion();
    for (Confusion one : all) {
      one.counts.forEach(
          (truth, row) ->
              row.forEach(
                  (given, rows) ->
                      sum.counts
                          .computeIfAbsent(truth, t -> new EnumMap<>(Cause.class))
                          .merge(given, rows, Long::sum)));
    }
    return sum;
  }

  /** Rows that truly have the one cause and were given the other. */
  public long count(Cause truth, Cause given) {
    return counts.getOrDefault(truth, Map.of()).getOrDefault(given, 0L);
  }

  /** The causes that any row truly has, in order of {@link Cause}. */
  public Set<Cause> truths() {
    return counts.isEmpty() ? EnumSet.noneOf(Cause.class) : EnumSet.copyOf(counts.keySet());
  }

  /** The causes that any row was given, in order of {@link Cause}. */
  public Set<Cause> given() {
    Set<Cause> given = EnumSet.noneOf(Cause.class);
    counts.values().forEach(row -> given.addAll(row.keySet()));
    return given;
  }

  /** All rows whose true and given cause satisfy the condition. */
  public long count(BiPredicate<Cause, Cause> condition) {
    long sum = 0;
    for (Map.Entry<Cause, Map<Cause, Long>> row : counts.entrySet()) {
      for (Map.Entry<Cause, Long> cell : row.getValue().entrySet()) {
        sum += condition.test(row.getKey(), cell.getKey()) ? cell.getValue() : 0;
      }
    }
    return sum;
  }
}
