package io.hubtriage.incident;

import static java.util.stream.Collectors.toSet;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Device;
import io.hubtriage.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The incidents of one hub while one look at it is worked in. Lives for one call only. */
final class Ledger {
  private static final Comparator<Incident> OLDEST_FIRST =
      Comparator.comparing(Incident::openedAt).thenComparing(Incident::id);

  private final Map<String, Incident> before = new HashMap<>();
  private final Map<String, Incident> current = new TreeMap<>();

  Ledger(List<Incident> known) {
    known.forEach(i -> before.put(i.id(), i));
    current.putAll(before);
  }

  void put(Incident incident) {
    current.put(incident.id(), incident);
  }

  /**
   * The incident as it stands.
   *
   * @throws IllegalArgumentException if it is not in the ledger
   */
  Incident get(String id) {
    Incident incident = current.get(id);
    if (incident == null) {
      throw new IllegalArgumentException("no incident " + id + " in this ledger");
    }
    return incident;
  }

  /**
   * Those that were not merged into others, oldest first; a copy, so that it can be walked while
   * incidents are put.
   */
  List<Incident> all(Scope scope) {
    Set<String> merged =
        current.values().stream().flatMap(i -> i.mergedIds().stream()).collect(toSet());
    return current.values().stream()
        .filter(i -> i.scope() == scope && !merged.contains(i.id()))
        .sorted(OLDEST_FIRST)
        .toList();
  }

  List<Incident> open(Scope scope) {
    return all(scope).stream().filter(Incident::open).toList();
  }

  /** The open incident of devices with this cause. */
  Optional<Incident> openDevices(Cause cause) {
    return open(Scope.DEVICES).stream().filter(i -> i.cause() == cause).findFirst();
  }

  /** The newest one of this cause that was resolved less than {@code within} ago. */
  Optional<Incident> justResolved(Cause cause, Duration within, Instant now) {
    return all(Scope.DEVICES).stream()
        .filter(i -> i.cause() == cause)
        .filter(i -> i.resolvedAt().filter(at -> Policy.within(within, at, now)).isPresent())
        .filter(i -> i.told().belief() != Told.Belief.NOTHING)
        .max(
            Comparator.comparing((Incident i) -> i.resolvedAt().orElse(Instant.MIN))
                .thenComparing(Incident::id));
  }

  /**
   * A device as it left some incident, after a notice had spoken of it; the last such.
   *
   * @param enough a notice of less than this severity does not count
   */
  Optional<Member> recall(Device device, Severity enough) {
    return current.values().stream()
        .filter(i -> !i.wide())
        .flatMap(i -> Stream.ofNullable(i.roster().departed().get(device)))
        .filter(m -> m.toldAt().isPresent() && m.heard().compareTo(enough) >= 0)
        .max(Comparator.comparing(m -> m.toldAt().orElse(Instant.MIN)));
  }

  /** Ids of the resolved ones that are older than {@code memory} and leave nothing to be told. */
  List<String> forgettable(Duration memory, Instant now) {
    return current.values().stream()
        .filter(i -> i.resolvedAt().filter(at -> !Policy.within(memory, at, now)).isPresent())
        .filter(i -> !i.told().goesOn())
        .map(Incident::id)
        .toList();
  }

  /** What is new or different since the beginning. */
  List<Incident> changed() {
    List<Incident> changed = new ArrayList<>();
    for (Incident incident : current.values().stream().sorted(OLDEST_FIRST).toList()) {
      if (!incident.equals(before.get(incident.id()))) {
        changed.add(incident);
      }
    }
    return List.copyOf(changed);
  }
}
