package io.hubtriage.lab.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.incident.Budget;
import io.hubtriage.incident.Channel;
import io.hubtriage.incident.Deliverer;
import io.hubtriage.incident.Delivery;
import io.hubtriage.incident.IncidentDesk;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.Sent;
import io.hubtriage.incident.memory.MemoryBudgets;
import io.hubtriage.incident.memory.MemoryStore;
import io.hubtriage.lab.log.MemoryConnectionLog;
import io.hubtriage.lab.simulate.Scenario;
import io.hubtriage.lab.simulate.SimulatedFleet;
import io.hubtriage.pipeline.Rules;
import io.hubtriage.settings.Settings;
import io.hubtriage.sweep.EventSweep;
import io.hubtriage.sweep.JournalSightings;
import io.hubtriage.sweep.LogSweep;
import io.hubtriage.sweep.Memory;
import io.hubtriage.sweep.SweepMemory;
import io.hubtriage.sweep.memory.KeptEvents;
import io.hubtriage.sweep.memory.KeptMemory;
import io.hubtriage.sweep.memory.MemoryEventJournal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/**
 * A process that is started anew, at whatever tick and however often, goes on from the stores as if
 * it had never stopped.
 */
final class RestartTest {
  private static final int TICKS = 11 * 12;
  private static final Rules RULES = Rules.of(Settings.DEFAULT);
  private static final SimulatedFleet FLEET = SimulatedFleet.of(Scenario.mixed(60, 11, 23));
  private static final MemoryConnectionLog LOG = Fleet.log(FLEET.rows());
  private static final Run STEADY = new Run().all(Set.of(), Set.of());

  /**
   * @param restarts ticks before which the process stops in peace
   * @param deaths ticks in which it dies with its work told but not remembered, and does it again
   */
  @Property(tries = 6)
  void aRestartChangesNoIncidentAndNoNotice(
      @ForAll @Size(max = 40) Set<@IntRange(max = TICKS - 1) Integer> restarts,
      @ForAll @Size(max = 20) Set<@IntRange(max = TICKS - 1) Integer> deaths) {
    Run run = new Run().all(restarts, deaths);
    assertThat(STEADY.sent).hasSizeGreaterThan(10);
    assertThat(run.sent.equals(STEADY.sent)).as("notices differ").isTrue();
    assertThat(run.store.history().equals(STEADY.store.history())).as("incidents differ").isTrue();
  }

  @Test
  void aProcessThatDiesInEveryTickTellsWhatOneDoesThatNeverDies() {
    Set<Integer> always = IntStream.range(0, TICKS).boxed().collect(Collectors.toSet());
    Run run = new Run().all(Set.of(), always);
    assertThat(run.sent.equals(STEADY.sent)).as("notices differ").isTrue();
    assertThat(run.store.history().equals(STEADY.store.history())).as("incidents differ").isTrue();
  }

  /** Stores that outlive the process, and the process. */
  private static final class Run {
    private final MemoryStore store = new MemoryStore();
    private final MemoryBudgets budgets = new MemoryBudgets();
    private final KeptMemory memory = new KeptMemory();
    private final MemoryEventJournal journal = new MemoryEventJournal();
    private final KeptEvents eventMemory = new KeptEvents();
    private final Deliveries deliveries = new Deliveries(Fleet.events(FLEET), LOG.hubs());
    private final List<String> sent = new ArrayList<>();

    Run all(Set<Integer> restarts, Set<Integer> deaths) {
      Life process = new Life(this, memory);
      Instant now = Scenario.DEFAULT_START;
      for (int tick = 0; tick < TICKS; tick++) {
        if (restarts.contains(tick)) {
          process = new Life(this, memory);
        }
        now = now.plus(Replay.INTERVAL);
        process.events(now);
        if (deaths.contains(tick)) {
          new Life(this, new Forgetful(memory)).log(now);
          process = new Life(this, memory);
        }
        process.log(now);
      }
      return this;
    }
  }

  /** One life of the process: its objects are kept from tick to tick. */
  private static final class Life {
    private final Run run;
    private final EventSweep events;
    private final LogSweep log;
    private final Deliverer deliverer;

    Life(Run run, SweepMemory memory) {
      this.run = run;
      IncidentDesk desk = new IncidentDesk(run.store, RULES.lifecycle(), RULES.router());
      this.events =
          new EventSweep(run.journal, run.eventMemory, run.memory, desk, RULES.eventPlan());
      this.log =
          new LogSweep(
              LOG,
              Fleet.metric(FLEET),
              desk,
              run.store,
              memory,
              RULES.telling(),
              RULES.plan(),
              new JournalSightings(run.journal, run.eventMemory, RULES.plan()));
      Map<String, Channel> channels =
          Map.of("teams", new Ear("teams", run.sent), "email", new Ear("email", run.sent));
      this.deliverer =
          new Deliverer(
              run.store,
              run.budgets,
              Delivery.to(channels, Map.of("teams", Budget.TEAMS), RULES.fallbacks()));
    }

    void events(Instant now) {
      Instant from = now.minus(Replay.INTERVAL);
      for (Instant at = from; at.isBefore(now); at = at.plus(Replay.EVENT_INTERVAL)) {
        Instant moment = at.plus(Replay.EVENT_INTERVAL);
        run.deliveries.before(moment).forEach(r -> run.journal.append(r.event(), r.receivedAt()));
        events.sweep(new HashSet<>(LOG.hubs()), moment);
        deliverer.deliverDue(moment, 1_000);
      }
    }

    void log(Instant now) {
      log.sweep(now);
      deliverer.deliverDue(now, 1_000);
    }
  }

  /** Hears every notice, once or it shows. */
  private record Ear(String name, List<String> heard) implements Channel {
    @Override
    public Sent send(Notice notice) {
      heard.add(notice.at() + " " + name + " " + notice.id() + " " + notice.facts());
      return new Sent.Accepted("");
    }
  }

  /** Somebody else saved meanwhile, so that what was learned is not kept. */
  private record Forgetful(SweepMemory memory) implements SweepMemory {
    @Override
    public Stored load() {
      return memory.load();
    }

    @Override
    public boolean save(Stored read, Memory after) {
      return false;
    }
  }
}
