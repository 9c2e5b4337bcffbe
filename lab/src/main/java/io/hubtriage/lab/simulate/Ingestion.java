package io.hubtriage.lab.simulate;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of a row into the log: some are lost, singly or in bursts, some arrive twice, all arrive
 * late, and once everything may stand still (learn.microsoft.com/azure/iot-hub/monitor-iot-hub,
 * .../azure-monitor/logs/data-ingestion-time).
 */
final class Ingestion {
  private static final double SINGLY = 0.6; // share of the losses outside of bursts
  private static final double LOST_IN_BURST = 0.7;
  private static final double BURST_MINUTES = 5; // mean
  private static final double LEAST_DELAY = 30; // seconds
  private static final double LONGEST_DELAY = 1200;

  private final Scenario scenario;
  private final RowStore rows;
  private final List<List<Episode>> bursts = new ArrayList<>();
  private final Episode stall;

  Ingestion(World world, RowStore rows, Draws draws) {
    this.scenario = world.scenario();
    this.rows = rows;
    for (int hub = 0; hub < scenario.hubs(); hub++) {
      bursts.add(bursts(world.horizon(), draws));
    }
    long from = (long) (world.horizon() * draws.uniform(0.2, 0.8));
    this.stall = new Episode(from, from + Ticks.of(scenario.stall()));
  }

  /**
   * A row as the hub writes it.
   *
   * @param message instead of the signal's name; {@code ""} for the name
   * @param cause why, or {@code null} for a connect that succeeds
   */
  record Entry(
      SimulatedDevice device,
      long time,
      int network,
      Operation operation,
      Signal signal,
      String message,
      @Nullable Cause cause) {}

  void accept(Entry entry, Draws draws) {
    if (lost(entry, draws)) {
      return;
    }
    long first = arrival(entry.time(), draws);
    RowStore.Level level =
        draws.chance(0.1) ? RowStore.Level.INFORMATIONAL : RowStore.Level.INFORMATION;
    rows.add(entry, first, level, RowStore.Copy.FIRST);
    if (draws.chance(scenario.doubledShare())) {
      long second = Math.max(first + Ticks.MILLI, arrival(first, draws));
      rows.add(entry, second, level, RowStore.Copy.SECOND);
    }
  }

  private boolean lost(Entry entry, Draws draws) {
    double share = scenario.lossShare() * SINGLY;
    for (Episode burst : bursts.get(entry.device().hubNumber())) {
      if (burst.contains(entry.time())) {
        share = Math.max(share, LOST_IN_BURST);
      }
    }
    return draws.chance(share);
  }

  private long arrival(long time, Draws draws) {
    double median = scenario.delayMedian().toMillis() / 1000.0;
    double delay = Math.max(LEAST_DELAY, draws.gamma(median));
    if (delay > LONGEST_DELAY) {
      delay = draws.uniform(LONGEST_DELAY / 2, LONGEST_DELAY);
    }
    long at = time + Ticks.ofSeconds(delay);
    return stall.contains(at) ? stall.to() + draws.seconds(0, 240) : at;
  }

  private List<Episode> bursts(long horizon, Draws draws) {
    double minutes = horizon / (double) Ticks.MINUTE;
    double wanted = minutes * scenario.lossShare() * (1 - SINGLY) / LOST_IN_BURST / BURST_MINUTES;
    int count = (int) (wanted + draws.uniform(0, 1));
    List<Episode> episodes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long from = (long) (horizon * draws.uniform(0, 1));
      episodes.add(new Episode(from, from + draws.seconds(120, 480)));
    }
    return List.copyOf(episodes);
  }
}
