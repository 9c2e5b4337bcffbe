package io.hubtriage.sweep;

import java.time.Duration;

/**
 * How far a sweep looks, and how much of it.
 *
 * @param overlap how far behind the watermark rows are looked at once more; 15 min
 * @param settle how late a row may come and still be waited for: the 99th percentile of ingestion
 *     lag; 20 min
 * @param lookBack how far timelines reach; more than a day, since a 24-h token lives 24 h 05 min
 *     and longer
 * @param fold sessions are learned for good in spans of this length; 1 h
 * @param memory how long a learned session counts, about; 7 days
 * @param limit above this many unexplained devices a hub is sampled; 5,000
 * @param sample how many devices are then fetched; 2,000
 */
public record SweepPlan(
    Duration overlap,
    Duration settle,
    Duration lookBack,
    Duration fold,
    Duration memory,
    int limit,
    int sample) {
  /** What ships. */
  public static final SweepPlan DEFAULT =
      new SweepPlan(
          Duration.ofMinutes(15),
          Duration.ofMinutes(20),
          Duration.ofHours(26),
          Duration.ofHours(1),
          Duration.ofDays(7),
          5_000,
          2_000);
}
