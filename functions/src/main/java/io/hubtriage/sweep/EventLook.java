package io.hubtriage.sweep;

import io.hubtriage.diagnose.Baseline;
import io.hubtriage.model.Assessment;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Client;
import io.hubtriage.model.Condition;
import io.hubtriage.model.Device;
import io.hubtriage.model.Evidence;
import io.hubtriage.model.Evidence.Finding;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.HubEvents.Absence;
import io.hubtriage.sweep.HubEvents.Crowd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a hub's roll call means: which devices are offline, whether many went at once. Pure. */
final class EventLook {
  /** IoT Edge's own modules get at least this long: they flicker with nothing wrong. */
  private static final Duration SYSTEM_GRACE = Duration.ofMinutes(10);

  /**
   * With so many returns a day, late events are no rarity: one in some hundred is delivered at the
   * fourth try only.
   */
  private static final int BUSY = 100;

  /**
   * How long a device that is back can look away: a look of the hub at either end (60 s each), and
   * Event Grid's first retries after 10 s, 30 s, 1 min and 5 min
   * (learn.microsoft.com/azure/event-grid/delivery-and-retry).
   */
  private static final Duration BUSY_GRACE = Duration.ofMinutes(9);

  private final Hub hub;
  private final HubEvents before;
  private final EventPlan plan;
  private final Instant now;
  private final RollCall roll;
  private final Map<Device, Absence> away;
  private final Crowds crowds;
  private final List<Crowd> present;

  /**
   * Looks.
   *
   * @param back devices that connected later than events tell, and when
   * @param roll over the newest events and what was known before
   */
  EventLook(
      Hub hub,
      HubEvents before,
      Map<Device, Instant> back,
      RollCall roll,
      EventPlan plan,
      Instant now) {
    this.hub = hub;
    this.before = before;
    this.plan = plan;
    this.now = now;
    this.roll = roll;
    this.away = new TreeMap<>(roll.away());
    away.entrySet()
        .removeIf(e -> forgotten(e.getValue()) || back(e.getValue(), back.get(e.getKey())));
    this.crowds = new Crowds(hub, away, before.stayedAway(), plan.sample(), now);
    this.present = crowds.update(before.crowds());
  }

  private static boolean back(Absence absence, @Nullable Instant connected) {
    return connected != null && connected.isAfter(absence.last());
  }

  /** The incidents stop watching first. */
  private boolean forgotten(Absence absence) {
    return !absence.last().plus(plan.watch()).plus(Duration.ofDays(1)).isAfter(now);
  }

  /**
   * What the incidents are to know: who is offline by itself, who is back, who went together. A
   * device away for a short time is neither well nor ill.
   */
  Assessment assessment() {
    List<Condition> offline = new ArrayList<>();
    away.forEach(
        (device, absence) -> {
          if (overdue(device, absence) && !inLiveCrowd(absence)) {
            offline.add(offline(device, absence));
          }
        });
    Set<Device> examined = new HashSet<>(before.away().keySet());
    examined.removeAll(away.keySet());
    offline.forEach(c -> examined.add(c.device()));
    return new Assessment(
        hub, now, examined, offline, present.stream().map(crowds::outage).toList());
  }

  private boolean overdue(Device device, Absence absence) {
    return !now.isBefore(absence.since().plus(patience(device)));
  }

  private Duration patience(Device device) {
    Duration least = Duration.ZERO;
    if (Crowds.system(device)) {
      least = SYSTEM_GRACE;
    } else if (returnsADay() >= BUSY) {
      least = BUSY_GRACE;
    }
    return least.compareTo(plan.grace()) > 0 ? least : plan.grace();
  }

  private int returnsADay() {
    return before.cameBack().bins().values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The crowd tells of those that went with it, listed or not, until it is over. */
  private boolean inLiveCrowd(Absence absence) {
    return present.stream()
        .anyMatch(
            c ->
                !crowds.over(c)
                    && !absence.since().isBefore(c.start())
                    && !absence.since().isAfter(c.end()));
  }

  private Condition offline(Device device, Absence absence) {
    return new Condition(
        hub,
        device,
        Client.UNKNOWN,
        "",
        Cause.UNKNOWN,
        Impact.OFFLINE,
        absence.since(),
        absence.last(),
        1,
        0,
        Evidence.of(Finding.of("offline-by-events", "at", absence.since())));
  }

  /**
   * What to remember for the next look.
   *
   * @param read what of the journal the look saw
   */
  HubEvents memory(Window read) {
    Map<Device, Absence> kept = kept();
    Map<Instant, Set<Device>> gone = new TreeMap<>();
    roll.gone()
        .forEach(
            g -> gone.computeIfAbsent(Baseline.bin(g.at()), b -> new HashSet<>()).add(g.device()));
    Map<Instant, Integer> stayed = new TreeMap<>();
    Map<Instant, Integer> came = new TreeMap<>();
    for (Instant bin : wholeBins(read)) {
      if (calm(bin)) {
        stayed.put(bin, gone.getOrDefault(bin, Set.of()).size());
      }
      long returns = roll.returns().stream().filter(at -> Baseline.bin(at).equals(bin)).count();
      came.put(bin, (int) returns);
    }
    return new HubEvents(
        Optional.of(now),
        kept,
        away.size() - kept.size(),
        present,
        before.stayedAway().with(stayed, now),
        before.cameBack().with(came, now));
  }

  /** Members of a crowd first, because it is judged by them; then who went last. */
  private Map<Device, Absence> kept() {
    Map<Device, Absence> kept = new TreeMap<>();
    away.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<Device, Absence> e) -> !member(e.getKey()))
                .thenComparing(e -> e.getValue().since(), Comparator.reverseOrder())
                .thenComparing(Map.Entry::getKey))
        .limit(plan.limit())
        .forEach(e -> kept.put(e.getKey(), e.getValue()));
    return kept;
  }

  private boolean member(Device device) {
    return present.stream().anyMatch(c -> c.members().containsKey(device));
  }

  /** Bins that were read from start to end, and whose devices had the time to come back. */
  private List<Instant> wholeBins(Window read) {
    Instant settled = now.minus(RollCall.SHORT).minus(Duration.ofMinutes(1));
    List<Instant> bins = new ArrayList<>();
    Instant bin = Baseline.bin(read.start());
    bin = bin.isBefore(read.start()) ? bin.plus(Baseline.BIN) : bin;
    while (!bin.plus(Baseline.BIN).isAfter(settled)) {
      bins.add(bin);
      bin = bin.plus(Baseline.BIN);
    }
    return bins;
  }

  /** A crowd is not usual. */
  private boolean calm(Instant bin) {
    return present.stream()
        .noneMatch(
            c ->
                bin.isBefore(c.end().plus(Baseline.BIN))
                    && bin.plus(Baseline.BIN.multipliedBy(2)).isAfter(c.start()));
  }
}
