package io.hubtriage.azure.status;

import io.hubtriage.azure.status.Problem.Weight;
import io.hubtriage.azure.wiring.Ports;
import io.hubtriage.diagnose.LifeLearner;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectionLog.ActivityCount;
import io.hubtriage.sweep.HubMemory;
import io.hubtriage.sweep.Memory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a calm hub from one whose log does not arrive. Where devices renew tokens, every one that
 * is connected leaves rows as long as it is; connected devices without a row in more than a day,
 * whatever its rhythm, are not calm.
 */
final class Silence {
  private static final Duration DAY = Duration.ofHours(26);
  private static final Duration PART = Duration.ofHours(2);
  private static final Duration METRIC = Duration.ofMinutes(30);

  private final Ports ports;
  private final Instant now;
  private final Findings findings;

  Silence(Ports ports, Instant now, Findings findings) {
    this.ports = ports;
    this.now = now;
    this.findings = findings;
  }

  /**
   * Whether rows must have come and did not. What cannot be found out counts as calm: it is told as
   * a problem of its own.
   *
   * @param newest time of the newest row, as far as known without asking the log about the whole
   *     day
   */
  boolean isUnusual(Hub hub, Optional<Memory> memory, Optional<Instant> newest) {
    boolean heard = newest.filter(at -> at.plus(DAY).isAfter(now)).isPresent();
    return !heard && renews(hub, memory) && connected(hub) && !rows(hub);
  }

  private static boolean renews(Hub hub, Optional<Memory> memory) {
    Map<Hub, HubMemory> hubs = memory.map(Memory::hubs).orElse(Map.of());
    HubMemory known = hubs.get(hub);
    return known != null && !LifeLearner.learn(known.sessions()).learned().isEmpty();
  }

  private boolean connected(Hub hub) {
    List<CountSample> counts =
        findings
            .ask(
                Weight.WARNING,
                "the metric of hub " + hub.name(),
                () -> ports.metric().counts(hub, new Window(now.minus(METRIC), now)))
            .orElse(List.of());
    return counts.stream().anyMatch(count -> count.average() > 0);
  }

  /** Newest first and in parts, so that no answer is too long. */
  private boolean rows(Hub hub) {
    for (Instant end = now; end.isAfter(now.minus(DAY)); end = end.minus(PART)) {
      Window part = new Window(end.minus(PART), end);
      Optional<List<ActivityCount>> counts =
          findings.ask(Weight.WARNING, "the connection log", () -> ports.log().activity(part, now));
      if (counts.isEmpty() || counts.get().stream().anyMatch(c -> c.hub().equals(hub))) {
        return true;
      }
    }
    return false;
  }
}
