package io.hubtriage.sweep;

import io.hubtriage.diagnose.Baseline;
import io.hubtriage.diagnose.Burst;
import io.hubtriage.diagnose.SessionHistogram;
import io.hubtriage.model.Device;
import io.hubtriage.model.Population;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is remembered of a hub from sweep to sweep: some kilobytes, whatever the number of devices.
 *
 * @param sessions learned for good
 * @param usual how many devices drop on a usual day
 * @param bursts of the look-back
 * @param waiting devices that dropped and were not seen since; a bounded number
 * @param back devices that events and log do not agree on, and when they were last known to be
 *     connected: either one loses connects; a bounded number
 * @param days tallies of the days not yet told, by their start
 * @param population how common the traits are that devices in trouble share; {@link
 *     Population#EMPTY} while they share none
 */
public record HubMemory(
    SessionHistogram sessions,
    Baseline usual,
    List<Burst> bursts,
    Set<Device> waiting,
    Map<Device, Instant> back,
    Map<Instant, DayTally> days,
    Population population) {
  /** A hub never seen before. */
  public static final HubMemory EMPTY =
      new HubMemory(
          SessionHistogram.EMPTY,
          Baseline.EMPTY,
          List.of(),
          Set.of(),
          Map.of(),
          Map.of(),
          Population.EMPTY);

  /** Copies the collections. */
  public HubMemory {
    bursts = List.copyOf(bursts);
    waiting = Set.copyOf(waiting);
    back = Map.copyOf(back);
    days = java.util.Collections.unmodifiableMap(new TreeMap<>(days));
  }
}
