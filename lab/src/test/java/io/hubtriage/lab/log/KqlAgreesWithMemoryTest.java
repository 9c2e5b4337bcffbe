package io.hubtriage.lab.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.azure.loganalytics.LogAnalytics;
import io.hubtriage.lab.cloud.LocalMonitor;
import io.hubtriage.lab.cloud.MonitorClients;
import io.hubtriage.model.Band;
import io.hubtriage.model.Client;
import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Timeline;
import io.hubtriage.model.Trait;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectionLog;
import io.hubtriage.sweep.ConnectionLog.TimelineQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/**
 * The two logs give equal answers about the same rows: what a backtest finds in memory is what the
 * shipped queries find in Azure.
 */
final class KqlAgreesWithMemoryTest {
  private static final int MINUTES = 180;
  private static final Hub EAST = new Hub("/subscriptions/s/providers/microsoft.devices/iothubs/e");
  private static final Hub WEST = new Hub("/subscriptions/s/providers/microsoft.devices/iothubs/w");
  private static final Client JAVA = new Client("java", "1.0", "Mqtt", "sas");
  private static final Client NODE = new Client("node's", "2.0", "Amqp", "x509Certificate");
  private static final Client SILENT = new Client("", "", "Mqtt", "sas");

  private static final List<Device> DEVICES =
      List.of(
          Device.of("a"),
          new Device("a", "m"),
          new Device("a", "2026-01-01"),
          Device.of("A"),
          Device.of("12"),
          Device.of("6f9619ff-8b86-d011-b42d-00cf4fc964ff"),
          Device.of("2026-03-02T00:00:00Z"),
          Device.of("it's \"quoted\""),
          Device.of("back\\slash"),
          Device.of("\u6e29\u5ea6-\u00e4"),
          Device.of("a#?%'*$|;--"));

  @Property(tries = 25)
  void onEveryQuestion(
      @ForAll("fleets") List<ConnectionRow> rows,
      @ForAll @IntRange(min = 30, max = MINUTES + 30) int minute) {
    MemoryConnectionLog.Builder memory = MemoryConnectionLog.builder();
    LocalMonitor.Loader loader = LocalMonitor.loader();
    rows.forEach(memory::add);
    rows.forEach(loader::add);
    Instant now = at(minute * 60_000L + 137);
    try (LocalMonitor monitor = loader.open()) {
      ConnectionLog kql =
          new LogAnalytics(
              new MonitorClients(monitor.endpoint(), LogAnalytics.retries()).logs(), "workspace");
      assertThat(answers(kql, now)).isEqualTo(answers(memory.build(), now));
    }
  }

  /** Rows that are alike but for the client are none that a hub writes: which counts is open. */
  @Property(tries = 25)
  void onTheQuestionOfThePopulation(
      @ForAll("fleets") List<ConnectionRow> rows,
      @ForAll @IntRange(min = 30, max = MINUTES + 30) int minute) {
    Map<List<Object>, Client> first = new HashMap<>();
    List<ConnectionRow> plausible =
        rows.stream()
            .filter(
                r ->
                    r.client()
                        .equals(
                            first.computeIfAbsent(
                                List.of(r.hub(), r.device(), r.time(), r.operation(), r.signal()),
                                key -> r.client())))
            .toList();
    MemoryConnectionLog.Builder memory = MemoryConnectionLog.builder();
    LocalMonitor.Loader loader = LocalMonitor.loader();
    plausible.forEach(memory::add);
    plausible.forEach(loader::add);
    Instant now = at(minute * 60_000L + 137);
    Window time = new Window(now.minusSeconds(3_123), now);
    Set<Trait> traits = new TreeSet<>(Trait.of(JAVA, "10.0.1.XXX"));
    traits.addAll(Trait.of(NODE, "10.0.2.XXX"));
    try (LocalMonitor monitor = loader.open()) {
      ConnectionLog kql =
          new LogAnalytics(
              new MonitorClients(monitor.endpoint(), LogAnalytics.retries()).logs(), "workspace");
      for (Hub hub : List.of(EAST, WEST)) {
        assertThat(kql.population(hub, traits, time, now))
            .isEqualTo(memory.build().population(hub, traits, time, now));
      }
    }
  }

  /** Every answer about a moment, in a form that can be compared and read. */
  private static List<String> answers(ConnectionLog log, Instant now) {
    Window recent = new Window(now.minusSeconds(3_123), now);
    Duration lookBack = Duration.ofMinutes(100);
    TimelineQuestion question =
        new TimelineQuestion(
            recent,
            lookBack,
            Map.of(
                EAST,
                Map.of(
                    JAVA.cohort(),
                    List.of(
                        new Band(Duration.ofMinutes(3), Duration.ofMinutes(9)),
                        new Band(Duration.ofMinutes(20), Duration.ofMinutes(40))),
                    NODE.cohort(),
                    List.of(new Band(Duration.ofMinutes(1), Duration.ofMinutes(60)))),
                WEST,
                Map.of(SILENT.cohort(), List.of(new Band(Duration.ZERO, Duration.ofMinutes(30))))),
            Map.of(
                EAST, Set.of(DEVICES.get(7), Device.of("never seen")), WEST, Set.copyOf(DEVICES)),
            Duration.ofMinutes(20),
            50,
            50);
    List<String> all = new ArrayList<>();
    log.activity(recent, now).forEach(count -> all.add(count.toString()));
    log.sessions(recent, lookBack, now).forEach(count -> all.add(count.toString()));
    ConnectionLog.TimelineAnswer answer = log.timelines(question);
    answer.unexplained().forEach((hub, count) -> all.add(hub + " " + count));
    answer.timelines().forEach(line -> all.add(text(line)));
    return all.stream().sorted().toList();
  }

  private static String text(Timeline line) {
    return IntStream.range(0, line.size())
        .mapToObj(i -> Long.toHexString(line.packed(i)) + "@" + line.network(i))
        .collect(
            Collectors.joining(
                ",", line.hub().name() + " " + line.device() + " " + line.client() + " ", ""));
  }

  /** Rows of a few odd devices close together, some of them several times. */
  @Provide
  Arbitrary<List<ConnectionRow>> fleets() {
    Arbitrary<List<ConnectionRow>> copies =
        Combinators.combine(
                Arbitraries.of(EAST, EAST, WEST),
                Arbitraries.of(DEVICES),
                Arbitraries.integers().between(0, MINUTES * 12),
                Arbitraries.integers().between(0, 2),
                Arbitraries.of(Operation.values()),
                errors(),
                Arbitraries.of(JAVA, JAVA, NODE, SILENT, Client.UNKNOWN),
                delays())
            .as(KqlAgreesWithMemoryTest::rows);
    return copies.list().ofMaxSize(60).map(lists -> lists.stream().flatMap(List::stream).toList());
  }

  /** Code and description. */
  private static Arbitrary<Tuple.Tuple2<String, String>> errors() {
    return Arbitraries.frequencyOf(
        Tuple.of(8, Arbitraries.just(Tuple.of("", ""))),
        Tuple.of(
            4,
            Arbitraries.of(
                Tuple.of("404104", "DeviceConnectionClosedRemotely"),
                Tuple.of("401003", "IoTHubUnauthorized"))),
        Tuple.of(
            3,
            Arbitraries.of(
                Tuple.of("409002", ""),
                Tuple.of("500001", "x"),
                Tuple.of("429005", ""),
                Tuple.of("4290055", ""),
                Tuple.of("999", ""),
                Tuple.of("", "ServiceUnavailable"),
                Tuple.of("", "IoTHubUnauthorized"),
                Tuple.of("", "something new"))));
  }

  /** Seconds until a row was ingested, and until its copies were. */
  private static Arbitrary<List<Integer>> delays() {
    return Arbitraries.integers().between(0, 1_500).list().ofMinSize(1).ofMaxSize(3);
  }

  private static List<ConnectionRow> rows(
      Hub hub,
      Device device,
      int ticks,
      int millis,
      Operation operation,
      Tuple.Tuple2<String, String> error,
      Client client,
      List<Integer> delays) {
    Instant time = at(ticks * 5_000L + millis);
    return delays.stream()
        .map(
            delay ->
                new ConnectionRow(
                    hub,
                    device,
                    time,
                    operation,
                    error.get1(),
                    error.get2(),
                    client,
                    ticks % 4 == 0 ? "" : "10.0." + ticks % 4 + ".XXX",
                    time.plusSeconds(delay)))
        .toList();
  }

  private static Instant at(long millis) {
    return Instant.parse("2026-03-02T08:00:00Z").plusMillis(millis);
  }
}
