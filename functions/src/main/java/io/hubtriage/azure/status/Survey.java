package io.hubtriage.azure.status;

import io.hubtriage.azure.wiring.Ports;
import io.hubtriage.incident.Deliveries.Tally;
import io.hubtriage.incident.Incident;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import io.hubtriage.settings.Fault;
import io.hubtriage.settings.HubSettings;
import io.hubtriage.settings.Settings;
import io.hubtriage.sweep.ConnectionLog.ActivityCount;
import io.hubtriage.sweep.DayTally;
import io.hubtriage.sweep.EventMemory;
import io.hubtriage.sweep.HubEvents;
import io.hubtriage.sweep.HubMemory;
import io.hubtriage.sweep.Memory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Looks at every part once. A part that does not answer is a problem of the report, not of the
 * survey: whoever asks how things are needs an answer most when they are bad.
 */
public final class Survey {
  /** So many intervals without a sweep that succeeded, and it counts as blind. */
  private static final int MISSED = 3;

  /** How far back the log is asked for its newest rows; a question answered in no time. */
  private static final Duration NEWEST = Duration.ofHours(1);

  private static final Duration DELIVERIES = Duration.ofHours(24);

  /** Wake-ups, retries and budgets take less. */
  private static final Duration OVERDUE = Duration.ofMinutes(15);

  private static final int MOST = 100;

  private final Ports ports;
  private final Instant now;
  private final List<Problem> problems = new ArrayList<>();

  /** Looks at these. */
  public Survey(Ports ports) {
    this.ports = ports;
    this.now = ports.now();
  }

  /** Looks now. Never throws. */
  public Report report() {
    Optional<Settings> settings = settings();
    if (settings.isEmpty()) {
      return new Report(now, Duration.ZERO, problems, List.of(), new TreeMap<>());
    }
    Settings known = settings.get();
    Optional<Memory> memory = memory(known);
    Map<Hub, Instant> newest = newest(known, memory);
    List<HubReport> hubs = new ArrayList<>();
    for (HubSettings hub : known.hubs()) {
      hubs.add(hub(hub, known, memory, Optional.ofNullable(newest.get(hub.hub()))));
    }
    Map<String, Tally> channels = channels(known);
    return new Report(now, known.sweeps().ingestionLag(), problems, hubs, channels);
  }

  private Optional<Settings> settings() {
    Optional<Settings> settings =
        ask(
            Problem.Weight.BLIND,
            "hubtriage.json",
            "correct it and restart the app; ./hubtriage check-settings FILE tells every fault",
            ports::settings);
    if (settings.isPresent() && settings.get().hubs().isEmpty()) {
      problems.add(
          Problem.blind(
              "hubtriage.json lists no hub",
              "add each hub with its resourceId and the workspaceId of its log"));
    }
    return settings;
  }

  private Optional<Memory> memory(Settings settings) {
    Optional<Optional<Memory>> memory =
        ask(
            Problem.Weight.BLIND,
            "what the sweeps remember",
            "check the storage account and the identity's role Storage Table Data Contributor",
            () -> ports.sweepMemory().load().memory());
    if (memory.isEmpty()) {
      return Optional.empty();
    }
    Duration most = settings.sweeps().logEvery().multipliedBy(MISSED);
    Optional<Instant> watermark = memory.get().map(Memory::watermark);
    if (watermark.isEmpty() || watermark.get().plus(most).isBefore(now)) {
      problems.add(
          Problem.blind(
              "no look at the connection log has succeeded "
                  + watermark.map(w -> "since " + w).orElse("so far"),
              "read the log of SweepLogs; check that it runs (app setting SWEEP_LOGS_SCHEDULE)"));
    }
    return memory.get();
  }

  /** From what is remembered and, fresher, from the log itself, which shows that it answers. */
  private Map<Hub, Instant> newest(Settings settings, Optional<Memory> memory) {
    Map<Hub, Instant> newest = new HashMap<>();
    memory.ifPresent(
        m ->
            m.hubs()
                .forEach(
                    (hub, known) ->
                        newestRow(known).ifPresent(at -> newest.merge(hub, at, Survey::later))));
    if (settings.hubs().stream().anyMatch(h -> h.workspaceId().isPresent())) {
      List<ActivityCount> counts =
          ask(
                  Problem.Weight.WARNING,
                  "the connection log",
                  "the next sweep asks again; if this stays, HubTriage is blind soon",
                  () -> ports.log().activity(new Window(now.minus(NEWEST), now), now))
              .orElse(List.of());
      counts.forEach(count -> newest.merge(count.hub(), count.newest(), Survey::later));
    }
    return newest;
  }

  private static Optional<Instant> newestRow(HubMemory known) {
    return known.days().values().stream()
        .map(DayTally::newestRow)
        .flatMap(Optional::stream)
        .reduce(Survey::later);
  }

  private HubReport hub(
      HubSettings hub, Settings settings, Optional<Memory> memory, Optional<Instant> newest) {
    String name = hub.hub().name();
    if (hub.workspaceId().isEmpty()) {
      problems.add(
          Problem.warning(
              "hub " + name + " has no workspaceId, so only its events are looked at",
              "add the id of the workspace its Connections log goes to"));
    } else if (newest.isEmpty()) {
      problems.add(
          Problem.warning(
              "no row of hub " + name + " has been seen",
              "check its diagnostic setting: category Connections, to the workspace in"
                  + " hubtriage.json"));
    }
    Optional<HubEvents> events = events(hub.hub(), settings);
    List<Incident> open =
        ask(
                Problem.Weight.BLIND,
                "the incidents of hub " + name,
                "check the storage account and the identity's role Storage Table Data Contributor",
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

  private Optional<HubEvents> events(Hub hub, Settings settings) {
    Optional<EventMemory.Stored> stored =
        ask(
            Problem.Weight.BLIND,
            "what is known of the events of hub " + hub.name(),
            "check the storage account and the identity's role Storage Table Data Contributor",
            () -> ports.eventMemory().load(hub));
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    Optional<HubEvents> events = stored.get().events();
    Optional<Instant> sweptAt = events.flatMap(HubEvents::sweptAt);
    Duration most = settings.sweeps().eventsEvery().multipliedBy(MISSED);
    if (sweptAt.isEmpty() || sweptAt.get().plus(most).isBefore(now)) {
      problems.add(
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

  private Map<String, Tally> channels(Settings settings) {
    for (Fault fault : ask("the secrets", ports::missingSecrets).orElse(List.of())) {
      problems.add(
          Problem.warning(
              fault.toString(), "set it and restart the app; until then the channel says nothing"));
    }
    Map<String, Tally> channels = new TreeMap<>();
    settings
        .channels()
        .forEach(
            c -> channels.put(c.name(), new Tally(0, 0, 0, 0, Optional.empty(), Optional.empty())));
    ask("the deliveries", () -> ports.deliveries().since(now.minus(DELIVERIES)))
        .ifPresent(channels::putAll);
    channels.forEach(this::judge);
    ask("the outbox", () -> ports.outbox().due(now.minus(OVERDUE), MOST))
        .filter(due -> !due.isEmpty())
        .ifPresent(
            due ->
                problems.add(
                    Problem.warning(
                        due.size() + " notices or more have waited for over 15 min",
                        "check that DeliverNotice runs, and read its log")));
    return channels;
  }

  private void judge(String channel, Tally tally) {
    tally
        .lastRejection()
        .ifPresent(
            why ->
                problems.add(
                    Problem.warning(
                        "channel %s rejected %d notices in 24 h, last: %s"
                            .formatted(channel, tally.rejected(), why),
                        "correct the channel; the fallback channel has told them")));
  }

  private <T> Optional<T> ask(String what, Supplier<T> question) {
    return ask(
        Problem.Weight.WARNING,
        what,
        "check the storage account and the identity's role Storage Table Data Contributor",
        question);
  }

  /** Messages of our own exceptions are made for people; others may hold anything. */
  private <T> Optional<T> ask(
      Problem.Weight weight, String what, String remedy, Supplier<T> question) {
    try {
      return Optional.of(question.get());
    } catch (RuntimeException e) {
      boolean ours = e.getClass().getPackageName().startsWith("io.hubtriage.");
      String reason = ours ? e.getMessage() : e.getClass().getSimpleName();
      problems.add(new Problem(weight, what + ": " + reason, remedy));
      return Optional.empty();
    }
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
