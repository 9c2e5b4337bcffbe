package io.hubtriage.sweep;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.hubtriage.diagnose.Baseline;
import io.hubtriage.diagnose.Burst;
import io.hubtriage.diagnose.Diagnosis;
import io.hubtriage.diagnose.Diagnostician;
import io.hubtriage.diagnose.HubCase;
import io.hubtriage.incident.Incident;
import io.hubtriage.incident.IncidentDesk;
import io.hubtriage.incident.Incidents;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.model.Attribution;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Population;
import io.hubtriage.model.Presence;
import io.hubtriage.model.Timeline;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectionLog.ActivityCount;
import io.hubtriage.sweep.ConnectionLog.TimelineAnswer;
import io.hubtriage.sweep.ConnectionLog.TimelineQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One look at the log. Everything is recomputed from the rows; what is remembered is written, never
 * added to, and written last, so a sweep that dies half way, comes late or runs twice changes
 * nothing.
 */
public final class LogSweep {
  /** How much of the metric a diagnosis sees. */
  private static final Duration METRIC = Duration.ofHours(4);

  private static final int RACES = 3;

  private final ConnectionLog log;
  private final ConnectedDevices metric;
  private final IncidentDesk desk;
  private final Incidents incidents;
  private final SweepMemory memory;
  private final Telling telling;
  private final SweepPlan plan;
  private final Sightings sightings;

  /**
   * Whom a sweep's digests go to, and when.
   *
   * @param digestChannels names of the channels that get a hub's digest
   */
  public record Telling(
      DigestSchedule schedule, java.util.function.Function<Hub, List<String>> digestChannels) {}

  /** Works on these, without connection events. */
  public LogSweep(
      ConnectionLog log,
      ConnectedDevices metric,
      IncidentDesk desk,
      Incidents incidents,
      SweepMemory memory,
      Telling telling,
      SweepPlan plan) {
    this(log, metric, desk, incidents, memory, telling, plan, Sightings.NONE);
  }

  /** Works on these. */
  public LogSweep(
      ConnectionLog log,
      ConnectedDevices metric,
      IncidentDesk desk,
      Incidents incidents,
      SweepMemory memory,
      Telling telling,
      SweepPlan plan,
      Sightings sightings) {
    this.log = log;
    this.metric = metric;
    this.desk = desk;
    this.incidents = incidents;
    this.memory = memory;
    this.telling = telling;
    this.plan = plan;
    this.sightings = sightings;
  }

  /**
   * Looks at what has come in since the last sweep.
   *
   * @param now nothing ingested at or after it is seen
   * @throws ConnectionLogUnavailableException if the log does not answer; the next sweep looks at
   *     the same rows
   */
  public SweepReport sweep(Instant now) {
    SweepMemory.Stored stored = memory.load();
    Memory before = stored.memory().orElseGet(() -> Memory.first(now, plan));
    Learning learning = Learning.of(log, before, plan, now);
    Set<Hub> hubs = new TreeSet<>(before.hubs().keySet());
    hubs.addAll(learning.lives().keySet());
    Backlog backlog = Backlog.of(before.settledUpTo(), settledUpTo(before, now));
    Window settled = backlog.slice();
    List<ActivityCount> activity = log.activity(settled, now);
    activity.forEach(a -> hubs.add(a.hub()));
    TimelineQuestion question = question(before, backlog, learning, hubs, now);
    TimelineAnswer answer = log.timelines(question);
    Map<Hub, List<Timeline>> timelines = new HashMap<>();
    for (Timeline timeline : answer.timelines()) {
      timelines.computeIfAbsent(timeline.hub(), h -> new ArrayList<>()).add(timeline);
      hubs.add(timeline.hub());
    }
    Map<Hub, List<Attribution>> earlier =
        backlog.behind() ? backlog.judge(log, metric, learning, before, plan) : Map.of();
    Tallies tallies = new Tallies(telling.schedule());
    Census census = new Census(log, plan, now);
    Map<Hub, HubMemory> after = new TreeMap<>();
    Map<Hub, Diagnosis> diagnoses = new TreeMap<>();
    List<OutboxRow> told = new ArrayList<>();
    for (Hub hub : hubs) {
      HubMemory known = before.hub(hub);
      List<Timeline> seen = timelines.getOrDefault(hub, List.of());
      Set<Device> unsure = question.watched().getOrDefault(hub, Set.of());
      Map<Device, Presence> presence =
          Witnesses.presence(sightings.of(hub, unsure, now), known.back());
      List<CountSample> counts = metric.counts(hub, new Window(now.minus(METRIC), now));
      Diagnosis diagnosis =
          Diagnostician.diagnose(
              new HubCase(
                  hub,
                  seen,
                  learning.lives(hub),
                  known.usual(),
                  known.bursts(),
                  counts,
                  now,
                  plan.settle(),
                  answer.unexplained().getOrDefault(hub, 0),
                  presence,
                  elsewhere(before, hub)));
      diagnoses.put(hub, diagnosis);
      Population population = census.of(hub, known.population(), diagnosis.assessment(), counts);
      told.addAll(desk.work(diagnosis.assessment().with(population), now).rows());
      Map<Instant, DayTally> days = new TreeMap<>(known.days());
      tallies
          .of(
              hub,
              settled,
              activity,
              backlog.behind() ? earlier.getOrDefault(hub, List.of()) : diagnosis.attributions())
          .forEach((day, tally) -> days.merge(day, tally, DayTally::plus));
      told.addAll(tellDays(hub, days, learning, settled.end(), now));
      Set<Device> waiting =
          diagnosis.waiting().stream().limit(plan.sample()).collect(toUnmodifiableSet());
      after.put(
          hub,
          new HubMemory(
              learning.folded().getOrDefault(hub, known.sessions()),
              known.usual().with(recent(diagnosis, now), now),
              diagnosis.bursts(),
              waiting,
              Witnesses.back(known.back(), presence, seen, waiting, now),
              days,
              population));
    }
    Memory learned = new Memory(now, learning.foldedUpTo(), settled.end(), after);
    boolean saved = memory.save(stored, learned);
    return new SweepReport(now, question, diagnoses, told, census.unanswered(), saved);
  }

  /** What networks went through in other hubs, as the sweep before saw it. */
  private static List<Burst> elsewhere(Memory before, Hub hub) {
    return before.hubs().entrySet().stream()
        .filter(other -> !other.getKey().equals(hub))
        .flatMap(other -> other.getValue().bursts().stream())
        .filter(burst -> !burst.network().isEmpty())
        .toList();
  }

  private Instant settledUpTo(Memory before, Instant now) {
    Instant settled = Tallies.settled(now, plan);
    return settled.isAfter(before.settledUpTo()) ? settled : before.settledUpTo();
  }

  private TimelineQuestion question(
      Memory before, Backlog backlog, Learning learning, Set<Hub> hubs, Instant now) {
    Instant byWatermark = before.watermark().minus(plan.overlap());
    Instant bySettling = now.minus(plan.overlap()).minus(plan.settle());
    Instant usual = byWatermark.isBefore(bySettling) ? byWatermark : bySettling;
    // After a pause the rows that are tallied next were ingested before all of that.
    Instant from = backlog.from(usual, now, plan);
    Map<Hub, Set<Device>> watched = new TreeMap<>();
    for (Hub hub : hubs) {
      Set<Device> members = new HashSet<>(before.hub(hub).waiting());
      for (Incident incident : incidents.load(hub).incidents()) {
        if (incident.open()) {
          members.addAll(incident.roster().listed().keySet());
        }
      }
      watched.put(hub, members);
    }
    return new TimelineQuestion(
        new Window(from, now),
        plan.lookBack(),
        learning.bands(),
        watched,
        plan.settle(),
        plan.limit(),
        plan.sample());
  }

  /** Only bins whose rows the sweep looked at are written: older ones were, by sweeps before. */
  private Map<Instant, Integer> recent(Diagnosis diagnosis, Instant now) {
    Instant from = now.minus(plan.overlap()).minus(plan.settle());
    Map<Instant, Integer> bins = new TreeMap<>();
    for (Instant bin = Learning.floor(from, Baseline.BIN).plus(Baseline.BIN);
        bin.isBefore(now.minus(Duration.ofMinutes(10)));
        bin = bin.plus(Baseline.BIN)) {
      bins.put(bin, diagnosis.startled().getOrDefault(bin, 0));
    }
    return bins;
  }

  /** Digests of the days that have ended and settled; they leave {@code days}. */
  private List<OutboxRow> tellDays(
      Hub hub, Map<Instant, DayTally> days, Learning learning, Instant settled, Instant now) {
    List<OutboxRow> rows = new ArrayList<>();
    for (Instant start : List.copyOf(days.keySet())) {
      Window day = telling.schedule().dayOf(start);
      if (day.end().isAfter(settled)) {
        continue;
      }
      DayTally tally = days.getOrDefault(start, DayTally.EMPTY);
      Told told = tellDay(hub, day, tally, learning, now);
      rows.addAll(told.rows());
      if (told.done()) {
        days.remove(start);
      }
    }
    return rows;
  }

  /**
   * What came of telling a day.
   *
   * @param done false if others kept writing the hub's incidents: the next sweep tells it
   */
  private record Told(boolean done, List<OutboxRow> rows) {}

  private Told tellDay(Hub hub, Window day, DayTally tally, Learning learning, Instant now) {
    Incidents.Book book = incidents.load(hub);
    for (int i = 0; i < RACES; i++) {
      Notice digest = Digests.digest(hub, day, tally, learning.lives(hub), book.incidents(), now);
      List<OutboxRow> fresh =
          telling.digestChannels().apply(hub).stream()
              .map(channel -> OutboxRow.of(digest, channel))
              .toList();
      if (incidents.commit(new Incidents.Commit(book, List.of(), List.of(), fresh))) {
        return new Told(true, fresh);
      }
      Incidents.Book again = incidents.load(hub);
      if (again.version().equals(book.version())) {
        // Nobody wrote in between: a sweep before told it and died before it could remember.
        return new Told(true, List.of());
      }
      book = again;
    }
    return new Told(false, List.of());
  }
}
