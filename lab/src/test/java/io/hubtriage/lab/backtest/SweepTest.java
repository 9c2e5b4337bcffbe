package io.hubtriage.lab.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubtriage.diagnose.SessionHistogram;
import io.hubtriage.incident.IncidentDesk;
import io.hubtriage.incident.Incidents;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.incident.memory.MemoryStore;
import io.hubtriage.lab.log.MemoryConnectionLog;
import io.hubtriage.lab.simulate.Scenario;
import io.hubtriage.lab.simulate.SimulatedFleet;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Hub;
import io.hubtriage.pipeline.Rules;
import io.hubtriage.settings.Settings;
import io.hubtriage.sweep.DigestSchedule;
import io.hubtriage.sweep.LogSweep;
import io.hubtriage.sweep.Memory;
import io.hubtriage.sweep.SweepMemory;
import io.hubtriage.sweep.SweepPlan;
import io.hubtriage.sweep.memory.KeptMemory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Sweeps that die, come late, come twice or race. */
final class SweepTest {
  private static final Instant START = Scenario.DEFAULT_START;
  private static final Rules RULES = Rules.of(Settings.DEFAULT);
  private static final SimulatedFleet FLEET = SimulatedFleet.of(Scenario.mixed(100, 12, 9));
  private static final MemoryConnectionLog LOG = Fleet.log(FLEET.rows());

  /** Learned sessions never fade here, so that they can be counted. */
  private static final SweepPlan UNFADING =
      new SweepPlan(
          SweepPlan.DEFAULT.overlap(),
          SweepPlan.DEFAULT.settle(),
          SweepPlan.DEFAULT.lookBack(),
          SweepPlan.DEFAULT.fold(),
          Duration.ofDays(100_000),
          SweepPlan.DEFAULT.limit(),
          SweepPlan.DEFAULT.sample());

  @Test
  void everySessionIsLearnedOnceWheneverTheSweepsCome() {
    Map<Hub, SessionHistogram> often = new Run(UNFADING).every(5, 13).sessions();
    assertThat(new Run(UNFADING).every(20, 13).sessions()).isEqualTo(often);
    assertThat(new Run(UNFADING).every(5, 4).pause().every(5, 13).sessions()).isEqualTo(often);
  }

  @Test
  void theTallySumsToTheDistinctRowsAndKeepsItsCausesThroughAPause() {
    Run often = new Run(SweepPlan.DEFAULT).every(5, 13);
    Run paused = new Run(SweepPlan.DEFAULT).every(5, 6).pause().every(5, 13);
    Instant first = START.plus(Duration.ofMinutes(5));
    Memory memory = often.memory();
    long rows =
        LOG.drops().stream()
            .filter(d -> !d.time().isBefore(first.minus(Duration.ofMinutes(20))))
            .filter(d -> d.time().isBefore(memory.settledUpTo()))
            .filter(d -> d.ingestedAt().isBefore(d.time().plus(Duration.ofMinutes(20))))
            .count();
    assertThat(sum(often.tallies())).isBetween(rows, (long) LOG.drops().size());
    assertThat(sum(paused.tallies())).isGreaterThanOrEqualTo(sum(often.tallies()));
    for (Map.Entry<Cause, Long> cause : often.tallies().entrySet()) {
      long other = paused.tallies().getOrDefault(cause.getKey(), 0L);
      assertThat(Math.abs(other - cause.getValue()))
          .as("%s: %d, with a pause %d", cause.getKey(), cause.getValue(), other)
          .isLessThanOrEqualTo(Math.max(4, cause.getValue() / 20));
    }
  }

  private static long sum(Map<Cause, Long> tallies) {
    return tallies.values().stream().mapToLong(Long::longValue).sum();
  }

  @Test
  void aSweepThatDiesBeforeItRemembersIsRepeatedWithoutASecondNotice() {
    Run sound = new Run(SweepPlan.DEFAULT).every(5, 13);
    Run dying = new Run(SweepPlan.DEFAULT);
    for (Instant now = dying.now; now.isBefore(START.plus(Duration.ofHours(13))); ) {
      now = now.plus(Duration.ofMinutes(5));
      Instant moment = now;
      SweepMemory dead = new Forgetful(dying.memory);
      assertThatThrownBy(() -> dying.sweep(dying.store, dead, moment)).hasMessage("died");
      dying.sweep(dying.store, dying.memory, moment);
      dying.now = moment;
    }
    assertThat(dying.told()).isNotEmpty().isEqualTo(sound.told());
    assertThat(dying.memory()).isEqualTo(sound.memory());
  }

  @Test
  void ofTwoSweepsAtOnceOneRemembersAndNothingIsToldTwice() {
    Run alone = new Run(SweepPlan.DEFAULT).every(5, 13);
    Run both = new Run(SweepPlan.DEFAULT);
    while (both.now.isBefore(START.plus(Duration.ofHours(13)))) {
      both.now = both.now.plus(Duration.ofMinutes(5));
      SweepMemory.Stored read = both.memory.load();
      SweepMemory late = new Late(both.memory, read);
      assertThat(both.sweep(both.store, both.memory, both.now)).isTrue();
      assertThat(both.sweep(both.store, late, both.now)).isFalse();
    }
    assertThat(both.told()).isEqualTo(alone.told());
    assertThat(both.memory()).isEqualTo(alone.memory());
  }

  @Test
  void aDigestSurvivesOthersWhoWriteTheHubsIncidents() {
    Run run = new Run(SweepPlan.DEFAULT);
    Incidents busy = new Contended(run.store);
    while (run.now.isBefore(START.plus(Duration.ofHours(13)))) {
      run.now = run.now.plus(Duration.ofMinutes(5));
      run.sweep(busy, run.memory, run.now);
    }
    assertThat(run.digests()).hasSize(2).allMatch(d -> d.contains("2026-03-02T0700"));
  }

  @Test
  void whereClocksChangeEveryDayHasItsDigest() {
    Instant start = Instant.parse("2026-03-26T12:00:00Z");
    SimulatedFleet fleet = SimulatedFleet.of(Scenario.calm(6, 100, 4).withStart(start));
    MemoryConnectionLog log = Fleet.log(fleet.rows());
    MemoryStore store = new MemoryStore();
    KeptMemory memory = new KeptMemory();
    DigestSchedule berlin = new DigestSchedule(LocalTime.of(1, 30), ZoneId.of("Europe/Berlin"));
    for (Instant now = start; now.isBefore(start.plus(Duration.ofHours(100))); ) {
      now = now.plus(Duration.ofMinutes(20));
      new LogSweep(
              log,
              Fleet.metric(fleet),
              new IncidentDesk(store, RULES.lifecycle(), RULES.router()),
              store,
              memory,
              new LogSweep.Telling(berlin, hub -> List.of("teams")),
              SweepPlan.DEFAULT)
          .sweep(now);
    }
    assertThat(store.rows().stream().map(r -> r.notice().id()))
        .extracting(id -> id.substring(id.length() - 15))
        .containsExactly(
            "2026-03-27T0030", "2026-03-28T0030", "2026-03-29T0030", "2026-03-29T2330");
  }

  /** One pipeline over the fleet. */
  private static final class Run {
    private final SweepPlan plan;
    private final MemoryStore store = new MemoryStore();
    private final KeptMemory memory = new KeptMemory();
    private Instant now = START;

    Run(SweepPlan plan) {
      this.plan = plan;
    }

    Run every(int minutes, int untilHour) {
      while (now.isBefore(START.plus(Duration.ofHours(untilHour)))) {
        now = now.plus(Duration.ofMinutes(minutes));
        sweep(store, memory, now);
      }
      return this;
    }

    Run pause() {
      now = now.plus(Duration.ofMinutes(85));
      return this;
    }

    boolean sweep(Incidents incidents, SweepMemory remembered, Instant at) {
      return new LogSweep(
              LOG,
              Fleet.metric(FLEET),
              new IncidentDesk(incidents, RULES.lifecycle(), RULES.router()),
              incidents,
              remembered,
              RULES.telling(),
              plan)
          .sweep(at)
          .saved();
    }

    Memory memory() {
      return memory.load().memory().orElseThrow();
    }

    Map<Hub, SessionHistogram> sessions() {
      Map<Hub, SessionHistogram> sessions = new TreeMap<>();
      memory().hubs().forEach((hub, known) -> sessions.put(hub, counts(known.sessions())));
      return sessions;
    }

    /** Devices are a lower bound, which depends on how the sessions were asked for. */
    private static SessionHistogram counts(SessionHistogram histogram) {
      Map<io.hubtriage.model.Cohort, Map<Integer, SessionHistogram.Bin>> cohorts = new TreeMap<>();
      histogram
          .cohorts()
          .forEach(
              (cohort, bins) -> {
                Map<Integer, SessionHistogram.Bin> counts = new TreeMap<>();
                bins.forEach(
                    (minute, bin) ->
                        counts.put(
                            minute, new SessionHistogram.Bin(bin.sessions(), 0, bin.renewing())));
                cohorts.put(cohort, counts);
              });
      return new SessionHistogram(cohorts);
    }

    /** Of the digests told and of the day that is not told yet. */
    Map<Cause, Long> tallies() {
      Map<Cause, Long> sum = new EnumMap<>(Cause.class);
      List<Map<Cause, Long>> all = new ArrayList<>();
      memory().hubs().values().forEach(h -> h.days().values().forEach(d -> all.add(d.rows())));
      store.rows().stream()
          .filter(r -> r.channel().equals("teams"))
          .map(r -> r.notice().facts())
          .filter(io.hubtriage.incident.Facts.OfDigest.class::isInstance)
          .map(io.hubtriage.incident.Facts.OfDigest.class::cast)
          .forEach(f -> all.add(f.rowsByCause()));
      all.forEach(rows -> rows.forEach((cause, count) -> sum.merge(cause, count, Long::sum)));
      return sum;
    }

    List<String> told() {
      return store.rows().stream()
          .map(r -> r.notice().id() + " " + r.notice().kind() + " " + r.channel())
          .toList();
    }

    List<String> digests() {
      return store.rows().stream()
          .filter(r -> r.notice().kind() == NoticeKind.DIGEST && r.channel().equals("teams"))
          .map((OutboxRow r) -> r.notice().id())
          .collect(Collectors.toList());
    }
  }

  /** Dies when it is to remember. */
  private record Forgetful(SweepMemory memory) implements SweepMemory {
    @Override
    public Stored load() {
      return memory.load();
    }

    @Override
    public boolean save(Stored read, Memory after) {
      throw new IllegalStateException("died");
    }
  }

  /** Read before another sweep saved. */
  private record Late(SweepMemory memory, Stored read) implements SweepMemory {
    @Override
    public Stored load() {
      return read;
    }

    @Override
    public boolean save(Stored before, Memory after) {
      return memory.save(before, after);
    }
  }

  /** Somebody else writes between every first reading and the commit that follows it. */
  private static final class Contended implements Incidents {
    private final MemoryStore store;
    private boolean quick;

    Contended(MemoryStore store) {
      this.store = store;
    }

    @Override
    public Book load(Hub hub) {
      return store.load(hub);
    }

    @Override
    public boolean commit(Commit commit) {
      quick = !quick;
      if (quick) {
        Book book = store.load(commit.read().hub());
        assertThat(store.commit(new Commit(book, List.of(), List.of(), List.of()))).isTrue();
      }
      return store.commit(commit);
    }
  }
}
