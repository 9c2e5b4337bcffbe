package io.hubtriage.sweep;

import io.hubtriage.diagnose.Baseline;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Client;
import io.hubtriage.model.Condition;
import io.hubtriage.model.Device;
import io.hubtriage.model.Evidence;
import io.hubtriage.model.Evidence.Finding;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Outage;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.HubEvents.Absence;
import io.hubtriage.sweep.HubEvents.Crowd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Finds out whether too many devices go at once, against what is usual for this very hub. Only
 * those count that are away for longer than any renewal, so that a whole fleet whose tokens end
 * together is no crowd.
 */
final class Crowds {
  /** Who went within so long went together: an outage takes minutes to reach everybody. */
  static final Duration TOGETHER = Duration.ofMinutes(5);

  /** A crowd that has not grown for so long does not grow any more. */
  static final Duration APART = Duration.ofMinutes(10);

  /** Crowds closer than that are one, as incidents are. */
  private static final Duration NEAR = Duration.ofMinutes(15);

  /** How long a crowd that is back is remembered, so that the log's word can still come. */
  private static final Duration REMEMBERED = Duration.ofMinutes(30);

  /** Whoever is away for longer is away for a reason of its own. */
  private static final Duration LONGEST = Duration.ofHours(24);

  private static final int LEAST = 5;
  private static final double SURPRISE = 1e-6;

  /** Of a crowd so many may stay away and it is over all the same: as the log's outages. */
  private static final double STRAGGLERS = 0.1;

  private final Hub hub;
  private final Map<Device, Absence> away;
  private final Baseline usual;
  private final int sample;
  private final Instant now;

  /**
   * @param away every device that is away
   * @param usual how many devices go for longer, on a usual day
   * @param sample most members to remember one by one
   */
  Crowds(Hub hub, Map<Device, Absence> away, Baseline usual, int sample, Instant now) {
    this.hub = hub;
    this.away = away;
    this.usual = usual;
    this.sample = sample;
    this.now = now;
  }

  /** The crowds as they are now, oldest first; those that are long over are left out. */
  List<Crowd> update(List<Crowd> before) {
    List<Crowd> crowds = new ArrayList<>(before);
    crowds.removeIf(this::past);
    Map<Device, Instant> fresh = gone(at -> at.isAfter(now.minus(RollCall.SHORT).minus(TOGETHER)));
    if (fresh.size() < LEAST || usual.surprise(fresh.size(), TOGETHER) >= SURPRISE) {
      return crowds;
    }
    Instant start = fresh.values().stream().min(Comparator.naturalOrder()).orElseThrow();
    int last = crowds.size() - 1;
    if (last >= 0 && crowds.get(last).end().plus(NEAR).isAfter(start)) {
      crowds.set(last, grown(crowds.get(last)));
    } else {
      crowds.add(grown(new Crowd(start, start, Map.of(), 0)));
    }
    return crowds;
  }

  private boolean past(Crowd crowd) {
    boolean over = over(crowd) && !now.isBefore(crowd.end().plus(REMEMBERED));
    return over || !now.isBefore(crowd.end().plus(LONGEST));
  }

  /** Who went at such a time and has been away for longer than a renewal takes. */
  private Map<Device, Instant> gone(Predicate<Instant> when) {
    Map<Device, Instant> gone = new TreeMap<>();
    away.forEach(
        (device, absence) -> {
          Instant at = absence.since();
          if (!at.isAfter(now.minus(RollCall.SHORT)) && when.test(at) && !system(device)) {
            gone.put(device, at);
          }
        });
    return gone;
  }

  private Crowd grown(Crowd crowd) {
    Map<Device, Instant> all = gone(at -> !at.isBefore(crowd.start()));
    Map<Device, Instant> members = new TreeMap<>(crowd.members());
    all.entrySet().stream()
        .filter(e -> !members.containsKey(e.getKey()))
        .sorted(Comparator.comparingInt(e -> scattered(e.getKey())))
        .limit(sample - members.size())
        .forEach(e -> members.put(e.getKey(), e.getValue()));
    all.keySet().removeAll(crowd.members().keySet());
    Instant end = all.values().stream().max(Comparator.naturalOrder()).orElse(crowd.end());
    return new Crowd(
        crowd.start(),
        end.isAfter(crowd.end()) ? end : crowd.end(),
        members,
        Math.max(crowd.count(), crowd.members().size() + all.size()));
  }

  /** A site's devices have neighbouring names: a sample in their order would be of one site. */
  private static int scattered(Device device) {
    return device.label().hashCode() * 0x9E3779B9;
  }

  /** Whether the crowd is whole and its devices are back, but for some. */
  boolean over(Crowd crowd) {
    boolean whole = !now.isBefore(crowd.end().plus(APART));
    return whole && offline(crowd) <= Math.max(1, STRAGGLERS * crowd.members().size());
  }

  private long offline(Crowd crowd) {
    return crowd.members().keySet().stream().filter(d -> missing(crowd, d)).count();
  }

  /** Whether a member has not come back since; one that came and went again is no part of it. */
  boolean missing(Crowd crowd, Device device) {
    Absence absence = away.get(device);
    return absence != null && !absence.since().isAfter(crowd.end());
  }

  /** What the crowd is to the incidents: a fault of the hub whose cause is not known yet. */
  Outage outage(Crowd crowd) {
    List<Condition> devices = new ArrayList<>();
    crowd.members().forEach((device, at) -> devices.add(condition(crowd, device, at)));
    double scale = (double) crowd.count() / Math.max(1, crowd.members().size());
    Finding burst =
        Finding.of(
            "burst",
            "devices",
            (long) crowd.count(),
            "minutes",
            Math.max(1, Duration.between(crowd.start(), crowd.end()).toMinutes()),
            "usual",
            usual.perMinute());
    return new Outage(
        hub,
        Cause.UNKNOWN,
        "",
        new Window(crowd.start(), crowd.end()),
        over(crowd),
        crowd.count(),
        (int) Math.round(offline(crowd) * scale),
        devices,
        0,
        Evidence.of(burst));
  }

  private Condition condition(Crowd crowd, Device device, Instant at) {
    return new Condition(
        hub,
        device,
        Client.UNKNOWN,
        "",
        Cause.UNKNOWN,
        missing(crowd, device) ? Impact.OFFLINE : Impact.RECOVERED,
        at,
        at,
        1,
        0,
        Evidence.NONE);
  }

  /** IoT Edge's own modules ({@code $edgeHub}) flicker with nothing wrong (iotedge#6980). */
  static boolean system(Device device) {
    return device.moduleId().startsWith("$");
  }
}
