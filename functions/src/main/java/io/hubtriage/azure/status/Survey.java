package io.hubtriage.azure.status;

import io.hubtriage.azure.status.Problem.Weight;
import io.hubtriage.azure.wiring.Ports;
import io.hubtriage.incident.Blindness;
import io.hubtriage.incident.Deliveries.Tally;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import io.hubtriage.settings.Fault;
import io.hubtriage.settings.HubSettings;
import io.hubtriage.settings.Settings;
import io.hubtriage.sweep.ConnectionLog.ActivityCount;
import io.hubtriage.sweep.DayTally;
import io.hubtriage.sweep.HubMemory;
import io.hubtriage.sweep.Memory;
import io.hubtriage.watch.ChannelsCheck;
import io.hubtriage.watch.Sight;
import io.hubtriage.watch.Vigil;
import io.hubtriage.watch.Watch;
import io.hubtriage.watch.WatchPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Looks at every part once. A part that does not answer is a problem of the report, not of the
 * survey: whoever asks how things are needs an answer most when they are bad.
 */
public final class Survey {
  /** How far back the log is asked for its newest rows; a question answered in no time. */
  private static final Duration NEWEST = Duration.ofHours(1);

  /** Rows are tallied a sweep after they settled, five minutes' worth at a time. */
  private static final Duration BEHIND = Duration.ofHours(1);

  private static final Duration DELIVERIES = Duration.ofHours(24);

  /** Wake-ups, retries and budgets take less. */
  private static final Duration OVERDUE = Duration.ofMinutes(15);

  private static final int MOST = 100;

  /** One page of names; how many there are exactly is nobody's question. */
  private static final int MOST_PARKED = 1_000;

  private final Ports ports;
  private final Instant now;
  private final Findings findings = new Findings();

  /** Looks at these. */
  public Survey(Ports ports) {
    this.ports = ports;
    this.now = ports.now();
  }

  /** Looks now. Never throws. */
  public Report report() {
    Optional<Settings> settings = settings();
    if (settings.isEmpty()) {
      return new Report(
          now, Duration.ZERO, findings.problems(), List.of(), OptionalInt.empty(), new TreeMap<>());
    }
    Settings known = settings.get();
    Optional<Memory> memory = memory(known);
    Map<Hub, Instant> newest = newest(known, memory);
    HubSurvey hubSurvey = new HubSurvey(ports, now, ports.rules().watch(), findings);
    List<HubReport> hubs = new ArrayList<>();
    for (HubSettings hub : known.hubs()) {
      hubs.add(hubSurvey.report(hub, memory, Optional.ofNullable(newest.get(hub.hub()))));
    }
    Map<String, Tally> channels = channels(known);
    OptionalInt parked = parked();
    return new Report(
        now, known.sweeps().ingestionLag(), findings.problems(), hubs, parked, channels);
  }

  private Optional<Settings> settings() {
    Optional<Settings> settings =
        findings.ask(
            Weight.BLIND,
            "hubtriage.json",
            "correct it and restart the app; ./hubtriage check-settings FILE tells every fault",
            ports::settings);
    if (settings.isPresent() && settings.get().hubs().isEmpty()) {
      findings.add(
          Problem.blind(
              "hubtriage.json lists no hub",
              "add each hub with its resourceId and the workspaceId of its log"));
    }
    return settings;
  }

  private Optional<Memory> memory(Settings settings) {
    Optional<Optional<Memory>> memory =
        findings.ask(
            Weight.BLIND, "what the sweeps remember", () -> ports.sweepMemory().load().memory());
    if (memory.isEmpty()) {
      return Optional.empty();
    }
    Duration most = settings.sweeps().logEvery().multipliedBy(WatchPlan.MISSED);
    Optional<Instant> watermark = memory.get().map(Memory::watermark);
    if (watermark.isEmpty() || watermark.get().plus(most).isBefore(now)) {
      findings.add(
          Problem.blind(
              "no look at the connection log has succeeded "
                  + watermark.map(w -> "since " + w).orElse("so far"),
              "read the log of SweepLogs; check that it runs (app setting SWEEP_LOGS_SCHEDULE)"));
    }
    memory
        .get()
        .map(Memory::settledUpTo)
        .filter(upTo -> upTo.plus(settings.sweeps().ingestionLag()).plus(BEHIND).isBefore(now))
        .ifPresent(
            upTo ->
                findings.add(
                    Problem.warning(
                        "the daily digests lack the rows since " + upTo,
                        "nothing: after a pause each log sweep makes up for some hours; newer rows"
                            + " are judged all the same")));
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
          findings
              .ask(
                  Weight.WARNING,
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

  private OptionalInt parked() {
    Optional<Integer> count =
        findings.ask(
            Weight.WARNING,
            "the events that were parked",
            "check the storage account and the identity's role Storage Blob Data Contributor",
            () -> ports.parking().count(MOST_PARKED));
    count
        .filter(number -> number > 0)
        .ifPresent(
            number ->
                findings.add(
                    Problem.warning(
                        number
                            + (number < MOST_PARKED ? "" : " or more")
                            + " events could not be read and are kept",
                        "look at their reasons in the container parked; what is of no use there"
                            + " can be deleted")));
    return count.map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private Map<String, Tally> channels(Settings settings) {
    for (Fault fault :
        findings.ask(Weight.WARNING, "the secrets", ports::missingSecrets).orElse(List.of())) {
      findings.add(
          Problem.warning(
              fault.toString(),
              "set it in the vault and have the app read it (docs/deploy.md, step 4);"
                  + " until then the channel says nothing"));
    }
    Map<String, Tally> channels = new TreeMap<>();
    settings.channels().forEach(c -> channels.put(c.name(), Tally.NONE));
    findings
        .ask(
            Weight.WARNING, "the deliveries", () -> ports.deliveries().since(now.minus(DELIVERIES)))
        .ifPresent(channels::putAll);
    channels.forEach(this::judge);
    findings
        .ask(Weight.WARNING, "the outbox", () -> ports.outbox().due(now.minus(OVERDUE), MOST))
        .filter(due -> !due.isEmpty())
        .ifPresent(
            due ->
                findings.add(
                    Problem.warning(
                        due.size() + " notices or more have waited for over 15 min",
                        "check that DeliverNotice runs, and read its log")));
    return channels;
  }

  /** A channel that took a notice since it rejected one is well again. */
  private void judge(String channel, Tally tally) {
    Optional<Sight> open = itself().flatMap(v -> v.open(Blindness.CHANNEL_REJECTS, channel));
    Optional<Sight> deaf = ChannelsCheck.check(channel, tally, open);
    if (deaf.isPresent()) {
      findings.add(Words.problem(Watch.ITSELF, deaf.get(), now));
      return;
    }
    tally
        .lastRejection()
        .ifPresent(
            why ->
                findings.add(
                    Problem.warning(
                        "channel %s rejected %d notices in 24 h, last: %s"
                            .formatted(channel, tally.rejected(), why),
                        "correct the channel; the fallback channel, if there is one, has told"
                            + " them")));
  }

  private Optional<Vigil> itself() {
    return findings
        .ask(Weight.WARNING, "the watch", () -> ports.watchMemory().load(Watch.ITSELF).vigil())
        .flatMap(vigil -> vigil);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
