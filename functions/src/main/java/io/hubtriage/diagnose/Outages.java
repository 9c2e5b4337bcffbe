package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Condition;
import io.hubtriage.model.Device;
import io.hubtriage.model.Evidence;
import io.hubtriage.model.Evidence.Finding;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Outage;
import io.hubtriage.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns bursts into outages: who is affected, how far it has healed, and the numbers that show it.
 */
final class Outages {
  /**
   * Of the affected devices so many may lack a connect row (rows get lost) and the outage is over
   * all the same.
   */
  private static final double STRAGGLERS = 0.1;

  private final HubCase hub;
  private final Burst burst;
  private final int looked;
  private final List<DeviceDiagnosis> touched;
  private final List<Startle> startles;
  private final Cause cause;
  private final MetricDip dip;

  /**
   * Milliseconds since the epoch: what lies in between may be the burst's work. Failed attempts go
   * on for a while after the burst itself.
   */
  private final long from;

  private final long to;

  private Outages(HubCase hub, Burst burst, int looked, Touched touched, List<Startle> startles) {
    this.hub = hub;
    this.burst = burst;
    this.looked = looked;
    this.startles = startles;
    this.cause = burst.network().isEmpty() ? Cause.HUB_TRANSIENT : Cause.SITE_OUTAGE;
    this.from = burst.span().start().minus(Duration.ofMinutes(1)).toEpochMilli();
    this.to = burst.span().end().plus(BurstDetector.APART).toEpochMilli();
    this.touched = touched.between(from, to);
    this.dip = MetricDip.around(burst.span(), hub.metric());
  }

  /** The outages behind the bursts, oldest first. */
  static List<Outage> of(
      HubCase hub, List<Burst> bursts, List<DeviceDiagnosis> devices, List<Startle> startles) {
    Touched touched = Touched.of(devices);
    List<Outage> outages = new ArrayList<>();
    for (Burst burst : bursts) {
      new Outages(hub, burst, devices.size(), touched, startles).outage().ifPresent(outages::add);
    }
    return outages;
  }

  private Optional<Outage> outage() {
    List<Condition> affected = new ArrayList<>();
    double confidence = 0;
    for (DeviceDiagnosis device : touched) {
      Condition condition = condition(device);
      if (condition != null) {
        affected.add(condition);
        confidence += condition.confidence();
      }
    }
    if (affected.isEmpty()) {
      return Optional.empty();
    }
    affected.sort(Comparator.comparing(Condition::device));
    int offline = (int) affected.stream().filter(c -> c.impact() == Impact.OFFLINE).count();
    double scale = Math.max(1, (double) hub.unexplained() / Math.max(1, looked));
    return Optional.of(
        new Outage(
            hub.hub(),
            cause,
            burst.network(),
            span(affected),
            over(affected.size(), offline),
            (int) Math.round(affected.size() * scale),
            (int) Math.round(offline * scale),
            affected,
            confidence / affected.size(),
            evidence(affected)));
  }

  private @org.jspecify.annotations.Nullable Condition condition(DeviceDiagnosis device) {
    int first = -1;
    int last = -1;
    int rows = 0;
    double confidence = 0;
    int end = device.firstAt(to);
    for (int i = device.firstAt(from); i < end; i++) {
      if (device.cause(i) == cause && there(device.drops().get(i))) {
        first = first < 0 ? i : first;
        last = i;
        rows++;
        confidence = Math.max(confidence, device.leads().share(i));
      }
    }
    if (first < 0) {
      return null;
    }
    Drop newest = device.drops().get(last);
    boolean away = newest.reconnectMillis() < 0 && newest.reconnect() != Reconnect.OPEN;
    boolean pending = newest.reconnectMillis() < 0 && last == device.drops().size() - 1;
    boolean seen = hub.connectedSince(device.timeline().device(), newest.at());
    return new Condition(
        hub.hub(),
        device.timeline().device(),
        device.timeline().client(),
        newest.network(),
        cause,
        (away || pending) && !seen ? Impact.OFFLINE : Impact.RECOVERED,
        Instant.ofEpochMilli(device.drops().get(first).at()),
        Instant.ofEpochMilli(newest.at()),
        rows,
        confidence,
        Evidence.NONE);
  }

  private boolean there(Drop drop) {
    return burst.network().isEmpty() || burst.network().equals(drop.network());
  }

  private boolean over(int affected, int offline) {
    boolean ended = !hub.asOf().isBefore(burst.span().end().plus(BurstDetector.APART));
    boolean back = offline <= Math.max(1, STRAGGLERS * affected);
    return ended && (back || (dip.notable() && dip.recovered()));
  }

  private static Window span(List<Condition> affected) {
    Instant first = affected.stream().map(Condition::since).min(Instant::compareTo).orElseThrow();
    Instant last = affected.stream().map(Condition::lastRow).max(Instant::compareTo).orElseThrow();
    return new Window(first, last);
  }

  private Evidence evidence(List<Condition> affected) {
    List<Finding> findings = new ArrayList<>();
    serverErrors().ifPresent(findings::add);
    if (!burst.network().isEmpty()) {
      findings.add(sharedNetwork(affected.size()));
    }
    findings.add(
        Finding.of(
            "burst",
            "devices",
            (long) affected.size(),
            "minutes",
            burst.span().length().toMinutes(),
            "usual",
            hub.usual().perMinute(List.of(burst))));
    if (dip.known()) {
      findings.add(metric());
    }
    return new Evidence(findings);
  }

  private Finding metric() {
    long before = Math.round(dip.before());
    long lowest = Math.round(dip.lowest());
    return dip.notable()
        ? Finding.of("metric-dip", "before", before, "lowest", lowest, "share", dip.share())
        : Finding.of("metric-steady", "before", before, "lowest", lowest);
  }

  private Optional<Finding> serverErrors() {
    long rows = 0;
    Set<String> codes = new TreeSet<>();
    Set<Device> failing = new HashSet<>();
    for (DeviceDiagnosis device : touched) {
      for (Drop drop : device.drops().subList(device.firstAt(from), device.firstAt(to))) {
        if (drop.signal().isServerError() && there(drop)) {
          rows++;
          codes.add(drop.signal().label());
          failing.add(device.timeline().device());
        }
      }
    }
    return rows == 0
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                "server-errors",
                "rows",
                rows,
                "devices",
                (long) failing.size(),
                "codes",
                String.join(", ", codes)));
  }

  private Finding sharedNetwork(int devices) {
    long others =
        startles.stream()
            .filter(s -> burst.span().contains(Instant.ofEpochMilli(s.at())))
            .filter(s -> !s.network().equals(burst.network()))
            .map(Startle::device)
            .distinct()
            .count();
    return Finding.of(
        "shared-network", "devices", (long) devices, "network", burst.network(), "others", others);
  }
}
