package io.hubtriage.sweep;

import io.hubtriage.model.Device;
import io.hubtriage.model.Presence;
import io.hubtriage.model.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings log and events together where one of them lost a connect: a device is back when either has
 * seen it back.
 */
final class Witnesses {
  /** As long as an event sweep may still read the disconnect that the log has answered. */
  private static final Duration REPEATED = Duration.ofHours(1);

  private static final int MOST = 4_000;

  private Witnesses() {}

  /**
   * What is known of the devices now.
   *
   * @param seen by the events
   * @param back what earlier sweeps found
   */
  static Map<Device, Presence> presence(Map<Device, Presence> seen, Map<Device, Instant> back) {
    Map<Device, Presence> presence = new HashMap<>(seen);
    back.forEach(
        (device, at) ->
            presence.merge(
                device, Presence.connected(at), (a, b) -> b.at().isAfter(a.at()) ? b : a));
    return presence;
  }

  /**
   * What to remember: the connects that one of the two lacks.
   *
   * @param before what earlier sweeps found
   * @param presence of this sweep
   * @param timelines of this sweep
   * @param waiting devices that the log has not seen connect again
   */
  static Map<Device, Instant> back(
      Map<Device, Instant> before,
      Map<Device, Presence> presence,
      List<Timeline> timelines,
      Set<Device> waiting,
      Instant now) {
    Map<Device, Instant> back = new HashMap<>();
    before.forEach(
        (device, at) -> {
          if (waiting.contains(device) || at.plus(REPEATED).isAfter(now)) {
            back.put(device, at);
          }
        });
    presence.forEach(
        (device, seen) -> {
          if (!seen.isAway() && waiting.contains(device)) {
            back.merge(device, seen.at(), Witnesses::later);
          }
        });
    for (Timeline timeline : timelines) {
      Presence seen = presence.get(timeline.device());
      int last = timeline.size() - 1;
      while (last >= 0 && !timeline.isConnect(last)) {
        last--;
      }
      if (last >= 0 && seen != null && seen.isAway() && timeline.time(last).isAfter(seen.at())) {
        back.merge(timeline.device(), timeline.time(last), Witnesses::later);
      }
    }
    return newest(back);
  }

  private static Map<Device, Instant> newest(Map<Device, Instant> back) {
    Map<Device, Instant> some = new HashMap<>();
    back.entrySet().stream()
        .sorted(
            Map.Entry.<Device, Instant>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST)
        .forEach(e -> some.put(e.getKey(), e.getValue()));
    return some;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
