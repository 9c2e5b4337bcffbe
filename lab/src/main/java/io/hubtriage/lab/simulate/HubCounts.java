package io.hubtriage.lab.simulate;

import io.hubtriage.model.CountSample;
import java.util.List;
import java.util.function.Consumer;

/**
 * The metric {@code connectedDeviceCount} of one hub: the devices connected, looked at three times
 * a minute. Modules do not count.
 */
final class HubCounts {
  private static final int PER_MINUTE = 3;
  private static final long STEP = Ticks.MINUTE / PER_MINUTE;

  /** How much the count changed since the look before. */
  private final int[] changes;

  HubCounts(long horizon) {
    changes = new int[(int) (horizon / STEP)];
  }

  void add(SimulatedDevice device, StateChanges states) {
    if (!device.device().moduleId().isEmpty()) {
      return;
    }
    for (int i = 0; i < states.size(); i++) {
      long look = (Math.max(0, states.at(i)) + STEP - 1) / STEP;
      if (look < changes.length) {
        changes[(int) look] += states.connectedAfter(i) ? 1 : -1;
      }
    }
  }

  /**
   * Tells the minutes in order; some are missing, as in the real metric.
   *
   * @param missing share of the minutes that are missing
   */
  void samples(World world, double missing, Draws draws, Consumer<CountSample> sink) {
    int now = 0;
    for (int look = 0; look + PER_MINUTE <= changes.length; look += PER_MINUTE) {
      int least = Integer.MAX_VALUE;
      int most = 0;
      int sum = 0;
      for (int i = look; i < look + PER_MINUTE; i++) {
        now += changes[i];
        least = Math.min(least, now);
        most = Math.max(most, now);
        sum += now;
      }
      if (!draws.chance(missing)) {
        long hundredths = sum * 100L / PER_MINUTE;
        double average = hundredths / 100.0;
        sink.accept(new CountSample(world.instant(look * STEP), average, least, most));
      }
    }
  }

  static List<HubCounts> perHub(World world) {
    return world.hubs().stream().map(hub -> new HubCounts(world.horizon())).toList();
  }
}
