package io.hubtriage.lab.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.azure.core.http.policy.ExponentialBackoffOptions;
import com.azure.core.http.policy.RetryOptions;
import io.hubtriage.azure.loganalytics.LogAnalytics;
import io.hubtriage.azure.metrics.HubMetrics;
import io.hubtriage.incident.Delivery;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Incident;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.lab.cloud.Fault;
import io.hubtriage.lab.cloud.LocalMonitor;
import io.hubtriage.lab.cloud.MonitorClients;
import io.hubtriage.lab.log.MemoryConnectionLog;
import io.hubtriage.lab.simulate.Scenario;
import io.hubtriage.lab.simulate.SimulatedFleet;
import io.hubtriage.lab.simulate.WideIncident;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Trait;
import io.hubtriage.model.Window;
import io.hubtriage.pipeline.Rules;
import io.hubtriage.settings.Settings;
import io.hubtriage.sweep.ConnectionLog;
import io.hubtriage.sweep.ConnectionLogUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Log Analytics fails while a hub does, for {@value #DISTURBED} sweeps, in every way it is known
 * to. Whatever it was, nothing is lost: the sweeps after it find the same incidents and tell them.
 */
final class DisturbedSweepsTest {
  private static final int DISTURBED = 4;
  private static final Settings SETTINGS = Settings.DEFAULT;
  private static final SimulatedFleet FLEET =
      SimulatedFleet.of(
          Scenario.calm(80, 8, 4)
              .withShares(Scenario.demo(4).shares())
              .withIncidents(Map.of(WideIncident.Kind.HUB, 1)));
  private static final Instant OUTAGE = FLEET.incidents().get(0).at();
  private static final MemoryConnectionLog LOG = Fleet.log(FLEET.rows());

  @SuppressWarnings("NullAway.Init") // set before all
  private static LocalMonitor monitor;

  @SuppressWarnings("NullAway.Init") // set before all
  private static Run calm;

  @BeforeAll
  static void open() {
    LocalMonitor.Loader loader = LocalMonitor.loader();
    FLEET.rows().forEach(loader::add);
    FLEET.counts().forEach((hub, samples) -> samples.forEach(s -> loader.add(hub, s)));
    monitor = loader.open();
    calm = new Run(Fault.slow(Duration.ZERO), 0).all();
  }

  @AfterAll
  static void close() {
    monitor.close();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        argumentSet("throttled once: the client comes back", throttled(), 1, 0),
        argumentSet("throttled until the client gives up", throttled(), 3, DISTURBED),
        argumentSet("dropped once", Fault.of(Fault.Kind.DROPPED), 1, 0),
        argumentSet("dropped again and again", Fault.of(Fault.Kind.DROPPED), 3, DISTURBED),
        argumentSet("504", Fault.of(Fault.Kind.TIMED_OUT), 1, DISTURBED),
        argumentSet("part of the answer", Fault.of(Fault.Kind.PARTIAL), 1, DISTURBED),
        argumentSet("empty 200", Fault.of(Fault.Kind.EMPTY), 1, DISTURBED),
        argumentSet("204", Fault.of(Fault.Kind.NO_CONTENT), 1, DISTURBED),
        argumentSet("slow", Fault.slow(Duration.ofMillis(30)), 1, 0));
  }

  private static Fault throttled() {
    return Fault.throttled(Duration.ZERO);
  }

  /**
   * @param requests how many requests in a row meet the fault
   * @param lost how many sweeps do not get to their end
   */
  @ParameterizedTest
  @MethodSource("faults")
  void nothingIsLost(Fault fault, int requests, int lost) {
    Run run = new Run(fault, requests).all();
    assertThat(run.lost).isEqualTo(lost);
    assertThat(calm.incidents()).hasSizeGreaterThan(3);
    assertThat(run.incidents()).isEqualTo(calm.incidents());
    assertThat(calm.notices()).hasSizeGreaterThan(6);
    assertThat(run.notices()).isEqualTo(calm.notices());
  }

  /** A replay with a fault in the first sweeps of the outage. */
  private static final class Run implements ConnectionLog {
    private final ConnectionLog http;
    private final Fault fault;
    private final int requests;
    private final Replay replay;
    private int lost;

    /** Which question of the sweep meets the fault: 0 sessions, 1 activity, 2 timelines. */
    private int question = -1;

    private Instant now = Instant.EPOCH;

    Run(Fault fault, int requests) {
      MonitorClients clients = new MonitorClients(monitor.endpoint(), soon());
      this.http = new LogAnalytics(clients.logs(), "any");
      this.fault = fault;
      this.requests = requests;
      Rules rules = Rules.of(SETTINGS);
      this.replay =
          new Replay(
              LOG,
              new Sources(this, new HubMetrics(clients.metrics()), monitor::now),
              List.of(),
              rules,
              Delivery.to(MemoryPorts.deaf(SETTINGS), rules.budgets(), rules.fallbacks()));
    }

    /** As many retries as shipped, sooner. */
    private static RetryOptions soon() {
      RetryOptions shipped = LogAnalytics.retries();
      return new RetryOptions(
              new ExponentialBackoffOptions()
                  .setMaxRetries(shipped.getExponentialBackoffOptions().getMaxRetries())
                  .setBaseDelay(Duration.ofMillis(1))
                  .setMaxDelay(Duration.ofMillis(2)))
          .setShouldRetryCondition(shipped.getShouldRetryCondition());
    }

    Run all() {
      Instant end = LOG.ingestion().orElseThrow().end().plus(Duration.ofHours(1));
      int sweep = 0;
      for (now = Scenario.DEFAULT_START.plus(Replay.INTERVAL);
          now.isBefore(end);
          now = now.plus(Replay.INTERVAL)) {
        boolean disturbed = now.isAfter(OUTAGE) && sweep < DISTURBED;
        question = disturbed ? sweep++ % 3 : -1;
        try {
          replay.tick(now);
        } catch (ConnectionLogUnavailableException e) {
          lost++; // The function fails, and the host calls it again when it is time.
        }
      }
      return this;
    }

    /** Long before and after the outage the rows in memory answer: the same, and quicker. */
    private ConnectionLog log(int asked) {
      boolean near = new Window(OUTAGE.minusSeconds(900), OUTAGE.plusSeconds(3_600)).contains(now);
      if (question == asked) {
        question = -1;
        monitor.fault(fault, requests);
      }
      return near ? http : LOG;
    }

    @Override
    public List<SessionCount> sessions(Window time, Duration lookBack, Instant asOf) {
      return log(0).sessions(time, lookBack, asOf);
    }

    @Override
    public List<ActivityCount> activity(Window time, Instant asOf) {
      return log(1).activity(time, asOf);
    }

    @Override
    public TimelineAnswer timelines(TimelineQuestion asked) {
      return log(2).timelines(asked);
    }

    @Override
    public Map<Trait, Long> population(Hub hub, Set<Trait> traits, Window time, Instant asOf) {
      return log(3).population(hub, traits, time, asOf);
    }

    /** Cause, members and whether it is over; when it was noticed may differ. */
    List<String> incidents() {
      List<String> incidents = new ArrayList<>();
      for (Incident i : replay.store().history()) {
        incidents.add(
            i.cause().code()
                + " "
                + (i.resolvedAt().isPresent() ? "over " : "open ")
                + replay.memberships().devices(i.id()));
      }
      return incidents.stream().sorted().toList();
    }

    /**
     * What was told of which cause. That an incident grew is left out: one that is noticed later
     * opens as large as it is.
     */
    List<String> notices() {
      return replay.store().rows().stream()
          .filter(row -> row.notice().kind() != NoticeKind.GREW)
          .map(
              row ->
                  row.channel()
                      + " "
                      + row.notice().kind().code()
                      + (row.notice().facts() instanceof Facts.OfIncident facts
                          ? " " + facts.cause().code()
                          : ""))
          .sorted()
          .toList();
    }
  }
}
