package io.hubtriage.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.diagnose.Baseline;
import io.hubtriage.diagnose.SessionHistogram;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.incident.memory.MemoryStore;
import io.hubtriage.model.Cause;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Population;
import io.hubtriage.model.Signal;
import io.hubtriage.model.Trait;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectionLog;
import io.hubtriage.sweep.ConnectionLogUnavailableException;
import io.hubtriage.sweep.DayTally;
import io.hubtriage.sweep.HubEvents;
import io.hubtriage.sweep.HubMemory;
import io.hubtriage.sweep.Memory;
import io.hubtriage.sweep.memory.KeptEvents;
import io.hubtriage.sweep.memory.KeptMemory;
import io.hubtriage.watch.memory.KeptVigils;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A hub, its sweeps and the watch over them in virtual time, five minutes at a step: what the
 * sweeps remember is written as they would, and what the watch tells is written down.
 */
final class WatchStory {
  static final Hub HUB = new Hub("plant");
  static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final Duration SETTLE = Duration.ofMinutes(20);
  private static final Duration STEP = Duration.ofMinutes(5);

  final MemoryStore store = new MemoryStore();
  final KeptVigils vigils = new KeptVigils(store);
  private final KeptMemory sweeps = new KeptMemory();
  private final KeptEvents events = new KeptEvents();
  private final List<String> heard = new ArrayList<>();
  private final Map<Instant, DayTally> days = new TreeMap<>();
  private final List<Instant> late = new ArrayList<>();
  private Instant now = START;
  private Instant newest = START.minusSeconds(60);
  private SessionHistogram sessions = SessionHistogram.EMPTY;
  double connected = 1_000;
  boolean logAnswers = true;
  boolean eventsAreSwept = true;
  boolean rowsCome = true;
  boolean muted;
  int asked;

  /** Rows of a step: how many, and how many of them are of no clear cause. */
  long rows = 100;

  long unknown;

  WatchStory renewing(SessionHistogram learned) {
    sessions = learned;
    return this;
  }

  Instant now() {
    return now;
  }

  /** A row that is in the log, and came too late to be tallied. */
  void comesLate(Instant row) {
    late.add(row);
  }

  /** Steps up to and including a time after the start. */
  WatchStory until(Duration after) {
    while (now.isBefore(START.plus(after))) {
      now = now.plus(STEP);
      look();
      sweep();
    }
    return this;
  }

  /** Nothing runs for a while. */
  WatchStory pause(Duration length) {
    now = now.plus(length);
    return this;
  }

  void look() {
    look(new KeptOrRaced(vigils));
  }

  /** As an instance of its own does it. */
  void look(WatchMemory memory) {

    for (OutboxRow row : watch(memory).look(now)) {
      Facts.OfBlindness facts = (Facts.OfBlindness) row.notice().facts();
      heard.add(
          "%s %s %s %s %s"
              .formatted(
                  Duration.between(START, now),
                  row.notice().kind(),
                  facts.kind().code(),
                  facts.hub().name(),
                  row.channel()));
      assertThat(row.notice().id()).startsWith(facts.spellId());
    }
  }

  private Watch watch(WatchMemory memory) {
    return new Watch(
        new Watch.Stores(memory, sweeps, events, store),
        new RowsCheck(log(), this::counts, SETTLE),
        plan());
  }

  /** What was told since the last time this was asked. */
  WatchStory heard(String... expected) {
    assertThat(heard).isEqualTo(Arrays.asList(expected));
    heard.clear();
    return this;
  }

  /** The finding of the newest notice. */
  String finding() {
    List<OutboxRow> all = store.rows();
    return ((Facts.OfBlindness) all.get(all.size() - 1).notice().facts()).finding().key();
  }

  private void sweep() {
    if (eventsAreSwept) {
      HubEvents none = HubEvents.EMPTY;
      HubEvents swept =
          new HubEvents(
              Optional.of(now), Map.of(), 0, List.of(), none.stayedAway(), none.cameBack());
      assertThat(events.save(events.load(HUB), swept)).isTrue();
    }
    if (!logAnswers) {
      return;
    }
    Instant settled = now.minus(SETTLE);
    if (rowsCome) {
      newest = settled.minusSeconds(30);
      Instant day = settled.truncatedTo(ChronoUnit.DAYS);
      DayTally before = days.getOrDefault(day, DayTally.EMPTY);
      Map<Cause, Long> counts = new TreeMap<>(before.rows());
      counts.merge(Cause.SAS_TOKEN_RENEWAL, rows - unknown, Long::sum);
      counts.merge(Cause.UNKNOWN, unknown, Long::sum);
      days.put(day, new DayTally(counts, before.minutesWithRows() + 5, Optional.of(newest)));
      days.keySet().removeIf(d -> d.isBefore(day)); // The digest of yesterday was told.
    }
    HubMemory hub =
        new HubMemory(
            sessions, Baseline.EMPTY, List.of(), Set.of(), Map.of(), days, Population.EMPTY);
    Memory memory = new Memory(now, now, settled, Map.of(HUB, hub));
    assertThat(sweeps.save(sweeps.load(), memory)).isTrue();
  }

  private WatchPlan plan() {
    return new WatchPlan(
        Set.of(HUB),
        Set.of(HUB),
        STEP,
        Duration.ofMinutes(2),
        SETTLE,
        Set.of("ops", "mail"),
        Map.of("ops", "mail"),
        (hub, severity, at) -> muted ? List.of() : List.of("ops"));
  }

  private List<CountSample> counts(Hub hub, Window window) {
    return List.of(new CountSample(window.start(), connected, connected, connected));
  }

  /** Has the rows that are there: the newest tallied one, fresh ones if rows come, late ones. */
  private ConnectionLog log() {
    return new ConnectionLog() {
      @Override
      public List<ActivityCount> activity(Window time, Instant asOf) {
        asked++;
        if (!logAnswers) {
          throw new ConnectionLogUnavailableException("the log does not answer");
        }
        List<Instant> all = new ArrayList<>(late);
        all.add(newest);
        if (rowsCome) {
          all.add(now.minusSeconds(300));
        }
        return all.stream()
            .filter(time::contains)
            .map(at -> new ActivityCount(HUB, at, Operation.CONNECT, Signal.NONE, 1, 1, at))
            .toList();
      }

      @Override
      public List<SessionCount> sessions(Window time, Duration lookBack, Instant asOf) {
        throw new AssertionError("the watch learns nothing from sessions");
      }

      @Override
      public TimelineAnswer timelines(TimelineQuestion question) {
        throw new AssertionError("the watch needs no timelines");
      }

      @Override
      public Map<Trait, Long> population(Hub hub, Set<Trait> traits, Window time, Instant asOf) {
        throw new AssertionError("the watch counts no devices");
      }
    };
  }

  /** Reads once per look, as an instance that is overtaken does. */
  record KeptOrRaced(WatchMemory behind, Map<Hub, Stored> read) implements WatchMemory {
    KeptOrRaced(WatchMemory behind) {
      this(behind, new TreeMap<>());
    }

    /** Reads now what will be asked for later. */
    static KeptOrRaced reading(WatchMemory behind) {
      KeptOrRaced raced = new KeptOrRaced(behind);
      raced.load(Watch.ITSELF);
      raced.load(HUB);
      return raced;
    }

    @Override
    public Stored load(Hub hub) {
      return read.computeIfAbsent(hub, behind::load);
    }

    @Override
    public boolean save(Stored before, Vigil after, List<OutboxRow> rows) {
      return behind.save(before, after, rows);
    }
  }
}
