package io.hubtriage.lab.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.diagnose.Burst;
import io.hubtriage.diagnose.Diagnosis;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Incident;
import io.hubtriage.incident.IncidentDesk;
import io.hubtriage.incident.memory.MemoryStore;
import io.hubtriage.lab.log.MemoryConnectedDevices;
import io.hubtriage.lab.log.MemoryConnectionLog;
import io.hubtriage.lab.simulate.Fault;
import io.hubtriage.lab.simulate.Scenario;
import io.hubtriage.lab.simulate.SimulatedFleet;
import io.hubtriage.model.Attribution;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Client;
import io.hubtriage.model.Condition;
import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Device;
import io.hubtriage.model.Evidence;
import io.hubtriage.model.Evidence.Finding;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Outage;
import io.hubtriage.model.Population;
import io.hubtriage.model.Signal;
import io.hubtriage.model.Window;
import io.hubtriage.pipeline.Rules;
import io.hubtriage.settings.Settings;
import io.hubtriage.sweep.LogSweep;
import io.hubtriage.sweep.SweepReport;
import io.hubtriage.sweep.memory.KeptMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every sentence of the evidence is true: its numbers are counted again, by other code, from the
 * rows that the log showed when they were said.
 */
final class EvidenceTest {
  private static final Duration SWEEP = Duration.ofMinutes(5);
  private static final int MOST_SHOWN = 20;
  private static final Duration METRIC_SHOWN = Duration.ofHours(12);

  /** Which row an attribution is about. */
  private record Row(Instant time, Operation operation, Signal signal) {}

  private final Map<String, Integer> said = new TreeMap<>();
  private final List<String> falsehoods = new ArrayList<>();

  /** What was last said that the devices of an incident share. */
  private final Map<String, Evidence> factors = new HashMap<>();

  @Test
  void everyNumberIsInTheLog() {
    Scenario scenario = Scenario.mixed(150, 22, 31).withShare(Fault.REFUSED_CREDENTIALS, 0.03);
    SimulatedFleet fleet = SimulatedFleet.of(scenario);
    List<ConnectionRow> rows = new ArrayList<>(fleet.rows());
    rows.addAll(weakLink(fleet.rows().get(0).hub(), scenario.start()));
    watch(rows, fleet, scenario);
    assertThat(falsehoods).as("of %s", said).isEmpty();
    assertThat(said)
        .containsKeys(
            "burst",
            "documented-life",
            "identity-conflicts",
            "irregular-sessions",
            "keep-alive-match",
            "last-connect",
            "last-verdict",
            "metric-dip",
            "no-refusal",
            "offline-since",
            "reconnect-median",
            "refusals-without-connect",
            "server-errors",
            "sessions-at-life",
            "shared-network",
            "short-sessions",
            "throttle-codes");
  }

  @Test
  void whatDevicesShareIsInTheLog() {
    Scenario scenario =
        Scenario.calm(400, 12, 5)
            .withLossShare(0.02)
            .withDoubledShare(0.01)
            .withShares(Map.of(Fault.BAD_RELEASE, 0.1));
    SimulatedFleet fleet = SimulatedFleet.of(scenario);
    watch(fleet.rows(), fleet, scenario);
    assertThat(falsehoods).as("of %s", said).isEmpty();
    assertThat(said).containsKeys("common-version");
  }

  /** A device at the edge of coverage for some hours; simulated networks are never that bad. */
  private static List<ConnectionRow> weakLink(Hub hub, Instant start) {
    List<ConnectionRow> rows = new ArrayList<>();
    Random random = new Random(8);
    Instant at = start.plus(Duration.ofHours(2));
    for (int session = 0; session < 24; session++) {
      rows.add(weakLink(hub, at, Operation.CONNECT, Signal.NONE));
      at = at.plusMillis(300_000 + random.nextInt(300_000));
      rows.add(
          weakLink(
              hub,
              at,
              Operation.DISCONNECT,
              session % 3 == 0 ? Signal.NEW_CONNECTION : Signal.CLOSED_REMOTELY));
      at = at.plusMillis(session % 3 == 0 ? 300 : 320_000 + random.nextInt(300_000));
    }
    return rows;
  }

  private static ConnectionRow weakLink(Hub hub, Instant at, Operation operation, Signal signal) {
    return new ConnectionRow(
        hub,
        Device.of("edge-of-coverage"),
        at,
        operation,
        signal.code(),
        signal.symbol(),
        Client.of("", "Amqp", "x509Certificate"),
        "192.0.2.XXX",
        at.plus(Duration.ofMinutes(4)));
  }

  private void watch(List<ConnectionRow> rows, SimulatedFleet fleet, Scenario scenario) {
    MemoryConnectionLog.Builder builder = MemoryConnectionLog.builder();
    rows.forEach(builder::add);
    MemoryConnectionLog log = builder.build();
    MemoryConnectedDevices metric = new MemoryConnectedDevices();
    fleet.counts().forEach((hub, samples) -> samples.forEach(s -> metric.add(hub, s)));
    LogView view = new LogView(rows);
    Rules rules = Rules.of(Settings.DEFAULT);
    MemoryStore store = new MemoryStore();
    KeptMemory memory = new KeptMemory();
    Instant end = scenario.start().plus(Duration.ofHours(scenario.hours()));
    for (Instant at = scenario.start(); at.isBefore(end); at = at.plus(SWEEP)) {
      Instant now = at.plus(SWEEP);
      SweepReport report =
          new LogSweep(
                  log,
                  metric,
                  new IncidentDesk(store, rules.lifecycle(), rules.router()),
                  store,
                  memory,
                  rules.telling(),
                  rules.plan())
              .sweep(now);
      Set<Evidence> told = told(report);
      report
          .diagnoses()
          .forEach((hub, diagnosis) -> check(hub, diagnosis, told, view, metric, now));
      memory
          .load()
          .memory()
          .orElseThrow()
          .hubs()
          .forEach(
              (hub, known) ->
                  check(store.load(hub).incidents(), known.population(), view, metric, now));
    }
  }

  private static Set<Evidence> told(SweepReport report) {
    return report.told().stream()
        .map(row -> row.notice().facts())
        .filter(Facts.OfIncident.class::isInstance)
        .map(facts -> ((Facts.OfIncident) facts).evidence())
        .collect(Collectors.toSet());
  }

  /**
   * All that is wrong with devices. Outages only while they go on, and when they are told of: of
   * one that is over only those devices are looked at again that have other trouble, and what is
   * counted of them is kept from everybody.
   */
  private void check(
      Hub hub,
      Diagnosis diagnosis,
      Set<Evidence> told,
      LogView view,
      MemoryConnectedDevices metric,
      Instant now) {
    Map<Device, Map<Row, Cause>> causes = new HashMap<>();
    for (Attribution a : diagnosis.attributions()) {
      causes
          .computeIfAbsent(a.device(), d -> new HashMap<>())
          .put(new Row(a.time(), a.operation(), a.signal()), a.cause());
    }
    for (Condition condition : diagnosis.assessment().conditions()) {
      Map<Row, Cause> given = causes.getOrDefault(condition.device(), Map.of());
      DeviceRecount recount =
          DeviceRecount.of(
              condition, view.device(hub, condition.device(), now), row -> given.get(row(row)));
      for (Finding finding : condition.evidence().findings()) {
        compare(finding, recount.expected(finding), condition.device() + " at " + now);
      }
    }
    for (Outage outage : diagnosis.assessment().outages()) {
      if (!outage.over() || told.contains(outage.evidence())) {
        check(outage, diagnosis.bursts(), view, metric, now);
      }
    }
  }

  private void check(
      Outage outage, List<Burst> bursts, LogView view, MemoryConnectedDevices metric, Instant now) {
    Burst burst =
        bursts.stream()
            .filter(b -> b.network().equals(outage.network()))
            .filter(b -> touches(b.span(), outage.span()))
            .findFirst()
            .orElseThrow();
    Map<Device, List<ConnectionRow>> rows = new HashMap<>();
    view.devices(outage.hub()).forEach(d -> rows.put(d, view.device(outage.hub(), d, now)));
    OutageRecount recount =
        new OutageRecount(
            outage,
            burst,
            rows,
            metric.counts(outage.hub(), new Window(now.minus(METRIC_SHOWN), now)));
    for (Finding finding : outage.evidence().findings()) {
      compare(
          finding,
          recount.expected(finding),
          outage.cause() + " of " + burst.span() + " over " + outage.over() + " at " + now);
    }
  }

  /** What the devices of an incident share, whenever something else is said of it. */
  private void check(
      List<Incident> incidents,
      Population population,
      LogView view,
      MemoryConnectedDevices metric,
      Instant now) {
    for (Incident incident : incidents) {
      Evidence factor = incident.findings().commonFactor();
      Evidence before = factors.put(incident.id(), factor);
      if (factor.equals(before) || !incident.open()) {
        continue;
      }
      FactorRecount recount = FactorRecount.of(incident, population.asOf(), view, metric);
      for (Finding finding : factor.findings()) {
        compare(finding, recount.expected(finding), incident.id() + " at " + now);
      }
    }
  }

  private static boolean touches(Window burst, Window outage) {
    return burst.start().minus(Duration.ofMinutes(1)).isBefore(outage.end().plusMillis(1))
        && outage.start().isBefore(burst.end().plus(Duration.ofMinutes(10)));
  }

  private void compare(Finding finding, @Nullable Map<String, Object> expected, String where) {
    said.merge(finding.key(), 1, Integer::sum);
    if (!finding.values().equals(expected) && falsehoods.size() < MOST_SHOWN) {
      falsehoods.add(where + ": said " + finding + ", counted " + expected);
    }
  }

  private static Row row(ConnectionRow row) {
    return new Row(row.time(), row.operation(), row.signal());
  }
}
