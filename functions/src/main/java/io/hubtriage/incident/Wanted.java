package io.hubtriage.incident;

import io.hubtriage.model.Assessment;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Condition;
import io.hubtriage.model.Device;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Outage;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which incident every device in trouble belongs in: one per cause. Doubled conditions count once,
 * and their order does not matter.
 */
final class Wanted {
  private static final Comparator<Condition> NEWEST =
      Comparator.comparing(Condition::lastRow)
          .thenComparing(Condition::rows)
          .thenComparing(Condition::impact)
          .thenComparing(Condition::since)
          .thenComparing(Condition::toString);

  private final SortedMap<Device, SortedMap<Cause, Condition>> byDevice = new TreeMap<>();
  private final Set<Device> examined;
  private final Ledger ledger;

  private Wanted(Assessment assessment, Ledger ledger) {
    this.examined = new HashSet<>(assessment.examined());
    this.ledger = ledger;
  }

  static Wanted of(Assessment assessment, Ledger ledger, Inhibition inhibition) {
    Wanted wanted = new Wanted(assessment, ledger);
    for (Condition c : assessment.conditions()) {
      wanted.examined.add(c.device());
      wanted.add(c, inhibition);
    }
    Set<Device> known = Set.copyOf(wanted.examined);
    Set<Device> back = back(assessment);
    for (Outage outage : assessment.outages()) {
      outage.devices().stream()
          .filter(c -> !known.contains(c.device()) && !back.contains(c.device()))
          .forEach(c -> wanted.addLeftover(c, inhibition));
    }
    wanted.byDevice.replaceAll((device, causes) -> wanted.settled(device, causes));
    return wanted;
  }

  /** Devices some outage knows to be connected. */
  private static Set<Device> back(Assessment assessment) {
    return assessment.outages().stream()
        .flatMap(o -> o.devices().stream())
        .filter(c -> c.impact() != Impact.OFFLINE)
        .map(Condition::device)
        .collect(Collectors.toSet());
  }

  /** The device's conditions by cause; empty if nothing is wrong with it or it was not seen. */
  SortedMap<Cause, Condition> of(Device device) {
    return byDevice.getOrDefault(device, new TreeMap<>());
  }

  SortedMap<Device, SortedMap<Cause, Condition>> all() {
    return byDevice;
  }

  /** Whether the device was looked at. One that was not stays as it was. */
  boolean examined(Device device) {
    return examined.contains(device);
  }

  private void add(Condition c, Inhibition inhibition) {
    if (c.impact() == Impact.RECOVERED || c.cause().benign()) {
      return;
    }
    if (c.cause().wide()) {
      addLeftover(c, inhibition);
    } else {
      merge(c, c.cause());
    }
  }

  /**
   * A device with a wide cause is the wide incident's business, and once that is over nobody's,
   * unless it never came back: why it did not is unknown.
   */
  private void addLeftover(Condition c, Inhibition inhibition) {
    if (c.impact() == Impact.OFFLINE && !inhibition.covers(c.device(), c.network(), c.since())) {
      examined.add(c.device());
      merge(c, Cause.UNKNOWN);
    }
  }

  private void merge(Condition c, Cause cause) {
    byDevice
        .computeIfAbsent(c.device(), d -> new TreeMap<>())
        .merge(cause, c, (a, b) -> NEWEST.compare(a, b) >= 0 ? a : b);
  }

  /** Not knowing any more is no reason to take back a cause. */
  private SortedMap<Cause, Condition> settled(Device device, SortedMap<Cause, Condition> causes) {
    Condition unsure = causes.get(Cause.UNKNOWN);
    if (unsure == null) {
      return causes;
    }
    Map<Cause, Condition> sure = new TreeMap<>(causes);
    sure.remove(Cause.UNKNOWN);
    if (sure.isEmpty()) {
      memberships(device).forEach(cause -> sure.put(cause, unsure));
    }
    return sure.isEmpty() ? causes : new TreeMap<>(sure);
  }

  private Set<Cause> memberships(Device device) {
    Set<Cause> causes = new TreeSet<>();
    for (Incident incident : ledger.open(Scope.DEVICES)) {
      if (incident.cause() != Cause.UNKNOWN && incident.roster().listed().containsKey(device)) {
        causes.add(incident.cause());
      }
    }
    return causes;
  }
}
