package io.hubtriage.lab.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.incident.Facts;
import io.hubtriage.incident.IncidentDesk;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.incident.memory.MemoryStore;
import io.hubtriage.lab.log.MemoryConnectedDevices;
import io.hubtriage.lab.log.MemoryConnectionLog;
import io.hubtriage.lab.simulate.Scenario;
import io.hubtriage.lab.simulate.SimulatedFleet;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Trait;
import io.hubtriage.model.Window;
import io.hubtriage.pipeline.Rules;
import io.hubtriage.settings.Settings;
import io.hubtriage.sweep.ConnectionLog;
import io.hubtriage.sweep.LogSweep;
import io.hubtriage.sweep.Memory;
import io.hubtriage.sweep.SweepPlan;
import io.hubtriage.sweep.memory.KeptMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The app was down for a week: what is wrong now is told first, and what was is not left out. */
final class DowntimeTest {
  private static final Instant START = Scenario.DEFAULT_START;
  private static final Instant DOWN = START.plus(Duration.ofHours(12));
  private static final Instant UP = DOWN.plus(Duration.ofDays(7));
  private static final Instant END = UP.plus(Duration.ofHours(26));
  private static final Duration EVERY = Duration.ofMinutes(15);
  private static final Rules RULES = Rules.of(Settings.DEFAULT);
  private static final SimulatedFleet FLEET = SimulatedFleet.of(Scenario.mixed(30, 207, 11));

  private static final MemoryConnectionLog LOG = log();
  private static final MemoryConnectedDevices METRIC = metric();

  @Test
  void noQuestionGrowsWithThePause() {
    Run run = new Run().until(DOWN).from(UP).until(END);
    assertThat(run.longest("activity")).isEqualTo(Duration.ofHours(2));
    assertThat(run.longest("timelines")).isEqualTo(SweepPlan.DEFAULT.lookBack());
    assertThat(run.longest("sessions")).isEqualTo(SweepPlan.DEFAULT.memory());
  }

  @Test
  void newestRowsAreJudgedFirst() {
    Run run = new Run().until(DOWN).from(UP);
    int before = run.store.rows().size();
    run.until(UP.plus(EVERY));
    List<OutboxRow> told = run.store.rows().subList(before, run.store.rows().size());
    assertThat(told).isNotEmpty().allMatch(row -> row.notice().facts() instanceof Facts.OfIncident);
    assertThat(run.memory().watermark()).isEqualTo(UP.plus(EVERY));
    assertThat(run.memory().settledUpTo()).isBefore(UP.minus(Duration.ofDays(6)));
  }

  @Test
  void everyDayIsTalliedAsIfNothingHadHappened() {
    Map<Window, Map<Cause, Long>> steady = new Run().until(END).digests();
    Map<Window, Map<Cause, Long>> paused = new Run().until(DOWN).from(UP).until(END).digests();
    assertThat(steady).hasSizeGreaterThanOrEqualTo(8);
    assertThat(paused.keySet()).isEqualTo(steady.keySet());
    steady.forEach(
        (day, rows) -> {
          Map<Cause, Long> late = paused.getOrDefault(day, Map.of());
          // Who comes late also sees the rows that came later than anybody waits for.
          assertThat(sum(late)).as("rows of %s", day).isBetween(sum(rows), sum(rows) * 51 / 50);
          for (Cause cause : Cause.values()) {
            long expected = rows.getOrDefault(cause, 0L);
            assertThat(Math.abs(late.getOrDefault(cause, 0L) - expected))
                .as("%s of %s: %s, after the pause %s", cause, day, rows, late)
                .isLessThanOrEqualTo(Math.max(6, sum(rows) / 20));
          }
        });
  }

  private static long sum(Map<Cause, Long> rows) {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }

  private static final class Run {
    private final MemoryStore store = new MemoryStore();
    private final KeptMemory memory = new KeptMemory();
    private final Asked log = new Asked(LOG);
    private Instant now = START;

    Run from(Instant next) {
      now = next;
      return this;
    }

    Run until(Instant end) {
      while (now.isBefore(end)) {
        now = now.plus(EVERY);
        new LogSweep(
                log,
                METRIC,
                new IncidentDesk(store, RULES.lifecycle(), RULES.router()),
                store,
                memory,
                RULES.telling(),
                RULES.plan())
            .sweep(now);
      }
      return this;
    }

    Memory memory() {
      return memory.load().memory().orElseThrow();
    }

    Duration longest(String question) {
      return log.spans.stream()
          .filter(s -> s.question().equals(question))
          .map(s -> s.window().length())
          .max(Duration::compareTo)
          .orElseThrow();
    }

    Map<Window, Map<Cause, Long>> digests() {
      Map<Window, Map<Cause, Long>> days = new TreeMap<>(Comparator.comparing(Window::start));
      for (OutboxRow row : store.rows()) {
        if (row.notice().facts() instanceof Facts.OfDigest digest) {
          days.put(digest.day(), digest.rowsByCause());
        }
      }
      return days;
    }
  }

  private static MemoryConnectionLog log() {
    MemoryConnectionLog.Builder log = MemoryConnectionLog.builder();
    FLEET.rows().forEach(log::add);
    return log.build();
  }

  private static MemoryConnectedDevices metric() {
    MemoryConnectedDevices metric = new MemoryConnectedDevices();
    FLEET.counts().forEach((hub, samples) -> samples.forEach(s -> metric.add(hub, s)));
    return metric;
  }

  /** Remembers how long the spans were that were asked about. */
  private static final class Asked implements ConnectionLog {
    private record Span(String question, Window window) {}

    private final ConnectionLog log;
    private final List<Span> spans = new ArrayList<>();

    Asked(ConnectionLog log) {
      this.log = log;
    }

    @Override
    public List<ActivityCount> activity(Window time, Instant asOf) {
      spans.add(new Span("activity", time));
      return log.activity(time, asOf);
    }

    @Override
    public List<SessionCount> sessions(Window time, Duration lookBack, Instant asOf) {
      spans.add(new Span("sessions", time));
      return log.sessions(time, lookBack, asOf);
    }

    @Override
    public TimelineAnswer timelines(TimelineQuestion question) {
      spans.add(new Span("timelines", question.ingested()));
      return log.timelines(question);
    }

    @Override
    public Map<Trait, Long> population(Hub hub, Set<Trait> traits, Window time, Instant asOf) {
      spans.add(new Span("population", time));
      return log.population(hub, traits, time, asOf);
    }
  }
}
