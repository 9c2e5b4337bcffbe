package io.hubtriage.lab.backtest;

import io.hubtriage.incident.Deliverer;
import io.hubtriage.incident.Delivery;
import io.hubtriage.incident.IncidentDesk;
import io.hubtriage.incident.memory.MemoryBudgets;
import io.hubtriage.incident.memory.MemoryStore;
import io.hubtriage.lab.log.Drop;
import io.hubtriage.lab.log.MemoryConnectionLog;
import io.hubtriage.lab.read.ReceivedEvent;
import io.hubtriage.model.Band;
import io.hubtriage.model.Cohort;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import io.hubtriage.pipeline.Rules;
import io.hubtriage.sweep.ConnectedDevices;
import io.hubtriage.sweep.ConnectionLog.TimelineQuestion;
import io.hubtriage.sweep.EventReport;
import io.hubtriage.sweep.EventSweep;
import io.hubtriage.sweep.JournalSightings;
import io.hubtriage.sweep.LogSweep;
import io.hubtriage.sweep.Sightings;
import io.hubtriage.sweep.SweepReport;
import io.hubtriage.sweep.memory.KeptEvents;
import io.hubtriage.sweep.memory.KeptMemory;
import io.hubtriage.sweep.memory.MemoryEventJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Runs the pipeline over a log as if it were then: a sweep every few minutes of virtual time, each
 * seeing only what was ingested by that moment. The pipeline's objects hold nothing between sweeps;
 * what they remember is in the stores.
 */
final class Replay {
  /** How often the log is looked at. */
  static final Duration INTERVAL = Duration.ofMinutes(5);

  /** How often the events are looked at. */
  static final Duration EVENT_INTERVAL = Duration.ofMinutes(1);

  private final MemoryConnectionLog log;
  private final Sources sources;
  private final Rules rules;
  private final Delivery delivery;
  private final MemoryStore store = new MemoryStore();
  private final MemoryBudgets budgets = new MemoryBudgets();
  private final KeptMemory memory = new KeptMemory();
  private final MemoryEventJournal journal = new MemoryEventJournal();
  private final KeptEvents eventMemory = new KeptEvents();
  private final Deliveries deliveries;
  private final Set<Hub> hubs;
  private final Verdicts verdicts;
  private final Memberships memberships = new Memberships();
  private Map<Hub, Map<Cohort, List<Band>>> bands = Map.of();

  /** Makes a replay that asks the log itself. */
  Replay(
      MemoryConnectionLog log,
      ConnectedDevices metric,
      Collection<ReceivedEvent> events,
      Rules rules,
      Delivery delivery) {
    this(log, Sources.of(log, metric), events, rules, delivery);
  }

  /**
   * Makes a replay of a log.
   *
   * @param log all rows; it knows of each row whether it was explained without being looked at
   * @param sources what the pipeline asks; about the same rows
   * @param events as they were delivered, in any order; without any, nobody subscribed to them
   * @param delivery the channels to deliver to
   */
  Replay(
      MemoryConnectionLog log,
      Sources sources,
      Collection<ReceivedEvent> events,
      Rules rules,
      Delivery delivery) {
    this.log = log;
    this.deliveries = new Deliveries(events, log.hubs());
    this.sources = sources;
    this.rules = rules;
    this.delivery = delivery;
    this.verdicts = new Verdicts(log);
    this.hubs = new TreeSet<>(log.hubs());
    hubs.addAll(deliveries.hubs());
  }

  /**
   * Replays the whole log.
   *
   * @param progress told after every sweep how far it is, 0 to 1
   */
  void run(Consumer<Double> progress) {
    Window span = log.ingestion().orElseThrow();
    Instant end = span.end().plus(rules.plan().settle()).plus(INTERVAL);
    Instant start = floor(span.start()).plus(INTERVAL);
    for (Instant now = start; now.isBefore(end.plus(INTERVAL)); now = now.plus(INTERVAL)) {
      for (Instant at = now.minus(INTERVAL); at.isBefore(now); at = at.plus(EVENT_INTERVAL)) {
        tickEvents(at.plus(EVENT_INTERVAL));
      }
      tick(now);
      double done = (double) Duration.between(start, now).toMillis();
      progress.accept(Math.min(1, done / Duration.between(start, end).toMillis()));
    }
  }

  /** The events delivered by now, one look at them, and the deliveries it causes. */
  void tickEvents(Instant now) {
    if (deliveries.ended()) {
      return;
    }
    deliveries.before(now).forEach(r -> journal.append(r.event(), r.receivedAt()));
    IncidentDesk desk = new IncidentDesk(store, rules.lifecycle(), rules.router());
    EventSweep sweep = new EventSweep(journal, eventMemory, memory, desk, rules.eventPlan());
    for (EventReport report : sweep.sweep(hubs, now)) {
      if (!report.told().isEmpty()) {
        memberships.note(store.load(report.assessment().hub()).incidents());
        new Deliverer(store, budgets, delivery).deliverDue(now, 1_000);
      }
    }
  }

  /**
   * One sweep of the log and the deliveries it causes.
   *
   * @throws io.hubtriage.sweep.ConnectionLogUnavailableException if the sources do not answer; the
   *     next tick looks at the same rows
   */
  void tick(Instant now) {
    sources.clock().accept(now);
    LogSweep sweep =
        new LogSweep(
            sources.log(),
            sources.metric(),
            new IncidentDesk(store, rules.lifecycle(), rules.router()),
            store,
            memory,
            rules.telling(),
            rules.plan(),
            deliveries.none()
                ? Sightings.NONE
                : new JournalSightings(journal, eventMemory, rules.plan()));
    note(sweep.sweep(now), now);
    new Deliverer(store, budgets, delivery).deliverDue(now, 1_000);
  }

  private void note(SweepReport report, Instant now) {
    Map<Hub, Set<Device>> looked = new HashMap<>();
    report
        .diagnoses()
        .forEach(
            (hub, diagnosis) -> {
              verdicts.judged(diagnosis.attributions(), now);
              looked.put(hub, diagnosis.assessment().examined());
            });
    TimelineQuestion question = report.question();
    boolean learned = now.equals(hour(now)) && NewLives.between(bands, question.bands());
    if (learned) {
      bands = question.bands();
    }
    question = over(question, learned ? question.lookBack() : INTERVAL);
    log.explained(question, verdicts::undecided)
        .filter(place -> !looked(looked, verdicts.drops().get(place)))
        .forEach(place -> verdicts.explained(place, now));
    for (Hub hub : report.diagnoses().keySet()) {
      memberships.note(store.load(hub).incidents());
    }
  }

  private static boolean looked(Map<Hub, Set<Device>> at, Drop drop) {
    return at.getOrDefault(drop.hub(), Set.of()).contains(drop.device());
  }

  /**
   * The same about the rows that came in during {@code span}. New lives explain old rows too: every
   * hour all are asked about.
   */
  private static TimelineQuestion over(TimelineQuestion question, Duration span) {
    return new TimelineQuestion(
        new Window(question.asOf().minus(span), question.asOf()),
        question.lookBack(),
        question.bands(),
        question.watched(),
        question.settle(),
        question.limit(),
        question.sample());
  }

  private static Instant floor(Instant at) {
    return floor(at, INTERVAL);
  }

  private static Instant hour(Instant at) {
    return floor(at, Duration.ofHours(1));
  }

  private static Instant floor(Instant at, Duration unit) {
    long size = unit.toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), size) * size);
  }

  Verdicts verdicts() {
    return verdicts;
  }

  Memberships memberships() {
    return memberships;
  }

  MemoryStore store() {
    return store;
  }
}
