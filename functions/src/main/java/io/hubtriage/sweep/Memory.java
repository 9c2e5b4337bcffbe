package io.hubtriage.sweep;

import io.hubtriage.model.Hub;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the log sweep remembers.
 *
 * @param watermark rows ingested before it have been looked at
 * @param foldedUpTo sessions that ended before it are learned
 * @param settledUpTo rows of times before it are tallied
 * @param hubs per hub, sorted
 */
public record Memory(
    Instant watermark, Instant foldedUpTo, Instant settledUpTo, Map<Hub, HubMemory> hubs) {
  /** Copies the map. */
  public Memory {
    hubs = java.util.Collections.unmodifiableMap(new TreeMap<>(hubs));
  }

  /** For a first sweep: learns from the look-back, and looks at what has just come in. */
  static Memory first(Instant now, SweepPlan plan) {
    long fold = plan.fold().toMillis();
    long hour = Math.floorDiv(now.minus(plan.lookBack()).toEpochMilli(), fold) * fold;
    return new Memory(
        now.minus(Duration.ofMinutes(5)),
        Instant.ofEpochMilli(hour),
        Tallies.settled(now, plan),
        Map.of());
  }

  HubMemory hub(Hub hub) {
    return hubs.getOrDefault(hub, HubMemory.EMPTY);
  }
}
