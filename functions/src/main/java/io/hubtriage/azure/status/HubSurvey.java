package io.hubtriage.azure.status;

import io.hubtriage.azure.status.Problem.Weight;
import io.hubtriage.azure.wiring.Ports;
import io.hubtriage.incident.Incident;
import io.hubtriage.model.Hub;
import io.hubtriage.settings.HubSettings;
import io.hubtriage.sweep.EventMemory;
import io.hubtriage.sweep.HubEvents;
import io.hubtriage.sweep.Memory;
import io.hubtriage.watch.Sight;
import io.hubtriage.watch.WatchPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The part of a survey that looks at hubs one by one. */
final class HubSurvey {
  private final Ports ports;
  private final Instant now;
  private final WatchPlan plan;
  private final Findings findings;

  HubSurvey(Ports ports, Instant now, WatchPlan plan, Findings findings) {
    this.ports = ports;
    this.now = now;
    this.plan = plan;
    this.findings = findings;
  }

  /**
   * Looks at one hub.
   *
   * @param memory what the log sweeps remember
   * @param newest time of its newest row, as far as known
   */
  HubReport report(HubSettings hub, Optional<Memory> memory, Optional<Instant> newest) {
    String name = hub.hub().name();
    if (hub.workspaceId().isEmpty()) {
      findings.add(
          Problem.warning(
              "hub " + name + " has no workspaceId, so only its events are looked at",
              "add the id of the workspace its Connections log goes to"));
    } else if (!watched(hub.hub(), memory) && newest.isEmpty()) {
      findings.add(
          Problem.warning(
              "no row of hub " + name + " has been seen",
              "check its diagnostic setting: category Connections, to the workspace in"
                  + " hubtriage.json"));
    }
    Optional<HubEvents> events = events(hub.hub());
    List<Incident> open =
        findings
            .ask(
                Weight.BLIND,
                "the incidents of hub " + name,
                () -> ports.incidents().load(hub.hub()).incidents())
            .orElse(List.of());
    return new HubReport(
        hub.hub(),
        hub.workspaceId().isPresent() ? memory.map(Memory::watermark) : Optional.empty(),
        newest,
        events.flatMap(HubEvents::sweptAt),
        events.map(e -> e.away().size() + e.beyond()).orElse(0),
        open.stream().filter(Incident::open).toList());
  }

  /** Whether the watch sees something wrong with the hub's rows, which is told here as well. */
  private boolean watched(Hub hub, Optional<Memory> memory) {
    if (memory.isEmpty()) {
      return false;
    }
    List<Sight> sights =
        findings
            .ask(
                Weight.WARNING,
                "the rows of hub " + hub.name(),
                () -> ports.watch(plan).sights(hub, memory.get(), now))
            .orElse(List.of());
    sights.forEach(sight -> findings.add(Words.problem(hub, sight, now)));
    return !sights.isEmpty();
  }

  private Optional<HubEvents> events(Hub hub) {
    Optional<EventMemory.Stored> stored =
        findings.ask(
            Weight.BLIND,
            "what is known of the events of hub " + hub.name(),
            () -> ports.eventMemory().load(hub));
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    Optional<HubEvents> events = stored.get().events();
    Optional<Instant> sweptAt = events.flatMap(HubEvents::sweptAt);
    Duration most = plan.eventsEvery().multipliedBy(WatchPlan.MISSED);
    if (sweptAt.isEmpty() || sweptAt.get().plus(most).isBefore(now)) {
      findings.add(
          Problem.blind(
              "no look at the events of hub "
                  + hub.name()
                  + " has succeeded "
                  + sweptAt.map(w -> "since " + w).orElse("so far"),
              "read the log of SweepEvents; check that it runs (app setting"
                  + " SWEEP_EVENTS_SCHEDULE)"));
    }
    return events;
  }
}
