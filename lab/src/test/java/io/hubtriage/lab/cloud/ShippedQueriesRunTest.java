package io.hubtriage.lab.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.hubtriage.azure.loganalytics.LogAnalytics;
import io.hubtriage.model.Band;
import io.hubtriage.model.Client;
import io.hubtriage.model.Cohort;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;
import io.hubtriage.model.Timeline;
import io.hubtriage.model.Trait;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectionLog.ActivityCount;
import io.hubtriage.sweep.ConnectionLog.Ending;
import io.hubtriage.sweep.ConnectionLog.Reconnect;
import io.hubtriage.sweep.ConnectionLog.SessionCount;
import io.hubtriage.sweep.ConnectionLog.TimelineAnswer;
import io.hubtriage.sweep.ConnectionLog.TimelineQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the shipped queries make of rows as hubs write them, worked out by hand. */
final class ShippedQueriesRunTest {
  private static final String ARM =
      "/SUBSCRIPTIONS/S/RESOURCEGROUPS/G/PROVIDERS/MICROSOFT.DEVICES/IOTHUBS/PLANT-7";
  private static final Hub HUB = new Hub(ARM);
  private static final String GUID = "6f9619ff-8b86-d011-b42d-00cf4fc964ff";
  private static final Cohort NET = new Cohort(".NET", "sas", "Mqtt");
  private static final Instant NOW = at("12:00:00");

  private static LocalMonitor monitor;
  private static LogAnalytics log;

  @BeforeAll
  static void open() {
    monitor =
        LocalMonitor.loader()
            // A renewal after 65 min, refused first, back after 6 s; one row came twice.
            .add(row("08:00:00.1239999", "deviceConnect", "", "", device(GUID)))
            .add(row("09:05:01", "deviceConnect", "401003", "IoTHubUnauthorized", device(GUID)))
            .add(row("09:05:02", "deviceDisconnect", "404104", "x", device(GUID)))
            .add(row("09:05:02", "deviceDisconnect", "404104", "x", device(GUID)))
            .add(row("09:05:07", "deviceConnect", "", "", device(GUID)))
            // An id with an escape, and its module; an error that has a name only.
            .add(row("11:58:00", "deviceConnect", "", "", device("a\\\"b")))
            .add(row("11:59:00", "deviceDisconnect", "", "ServiceUnavailable", device("a\\\"b")))
            .add(
                row(
                    "11:59:30",
                    "moduleDisconnectUnheardOf",
                    "500001",
                    "",
                    "{\"deviceId\" : \"a\\\"b\", \"moduleId\":\"m\"}"))
            // Nobody's rows: another category, no device, no JSON, not there yet.
            .add(other("11:00:00"))
            .add(row("11:00:00", "deviceConnect", "", "", "{\"hubId\":\"deviceId\"}"))
            .add(row("11:00:00", "deviceConnect", "", "", "deviceId is missing"))
            .add(row("11:59:59.999", "deviceConnect", "", "", device("late")))
            .open();
    monitor.now(NOW);
    log =
        new LogAnalytics(
            new MonitorClients(monitor.endpoint(), LogAnalytics.retries()).logs(), "workspace");
  }

  @AfterAll
  static void close() {
    monitor.close();
  }

  @Test
  void activity() {
    assertThat(log.activity(new Window(at("08:00:00"), NOW), NOW))
        .containsExactlyInAnyOrder(
            count("08:00:00", Operation.CONNECT, Signal.NONE, "08:00:00.123"),
            count("09:05:00", Operation.CONNECT, Signal.UNAUTHORIZED, "09:05:01"),
            count("09:05:00", Operation.DISCONNECT, Signal.CLOSED_REMOTELY, "09:05:02"),
            count("09:05:00", Operation.CONNECT, Signal.NONE, "09:05:07"),
            count("11:58:00", Operation.CONNECT, Signal.NONE, "11:58:00"),
            count("11:59:00", Operation.DISCONNECT, Signal.SERVICE_UNAVAILABLE, "11:59:00"),
            count("11:59:00", Operation.DISCONNECT, Signal.SERVER_ERROR, "11:59:30"));
  }

  @Test
  void sessions() {
    assertThat(log.sessions(new Window(at("08:00:00"), NOW), Duration.ofHours(4), NOW))
        .containsExactlyInAnyOrder(
            new SessionCount(HUB, NET, 65, Ending.REFUSED, Reconnect.WITHIN_MINUTE, 1, 1),
            new SessionCount(HUB, NET, 1, Ending.OTHER, Reconnect.NOT_YET, 1, 1));
  }

  @Test
  void timelines() {
    TimelineAnswer answer =
        log.timelines(
            new TimelineQuestion(
                new Window(at("08:00:00"), NOW),
                Duration.ofHours(4).plusMinutes(1),
                Map.of(
                    HUB,
                    Map.of(NET, List.of(new Band(Duration.ofMinutes(65), Duration.ofMinutes(66))))),
                Map.of(HUB, Set.of(Device.of(GUID))),
                Duration.ofMinutes(20),
                10,
                10));
    assertThat(answer.unexplained()).isEqualTo(Map.of(HUB, 2));
    assertThat(answer.timelines().stream().map(ShippedQueriesRunTest::text))
        .containsExactlyInAnyOrder(
            GUID
                + " : .NET 1.42.0 Mqtt sas: 08:00:00.123Z CONNECT NONE 203.0.113.XXX,"
                + " 09:05:01Z CONNECT UNAUTHORIZED 203.0.113.XXX,"
                + " 09:05:02Z DISCONNECT CLOSED_REMOTELY 203.0.113.XXX,"
                + " 09:05:07Z CONNECT NONE 203.0.113.XXX",
            "a\"b : .NET 1.42.0 Mqtt sas: 11:58:00Z CONNECT NONE 203.0.113.XXX,"
                + " 11:59:00Z DISCONNECT SERVICE_UNAVAILABLE 203.0.113.XXX",
            "a\"b m:    : 11:59:30Z DISCONNECT SERVER_ERROR ");
  }

  /** Two devices, one of them with a module that does not tell what it is. */
  @Test
  void population() {
    Trait net = new Trait(Trait.Kind.SDK, ".NET");
    Trait version = new Trait(Trait.Kind.VERSION, ".NET/1.42.0");
    Trait network = new Trait(Trait.Kind.NETWORK, "203.0.113.XXX");
    Trait elsewhere = new Trait(Trait.Kind.NETWORK, "198.51.100.XXX");
    assertThat(
            log.population(
                HUB,
                Set.of(net, version, network, elsewhere),
                new Window(at("08:00:00"), NOW),
                NOW))
        .containsOnly(
            entry(net, 2L),
            entry(Trait.any(Trait.Kind.SDK), 2L),
            entry(version, 2L),
            entry(Trait.any(Trait.Kind.VERSION), 2L),
            entry(network, 2L),
            entry(elsewhere, 0L),
            entry(Trait.any(Trait.Kind.NETWORK), 2L));
  }

  private static String text(Timeline line) {
    Client client = line.client();
    return line.device().deviceId()
        + " "
        + line.device().moduleId()
        + ": "
        + String.join(" ", client.sdk(), client.sdkVersion(), client.protocol(), client.authType())
        + ": "
        + String.join(
            ", ",
            IntStream.range(0, line.size())
                .mapToObj(
                    i ->
                        line.time(i).toString().substring(11)
                            + " "
                            + line.operation(i)
                            + " "
                            + line.signal(i)
                            + " "
                            + line.network(i))
                .toList());
  }

  private static ActivityCount count(
      String minute, Operation operation, Signal signal, String newest) {
    return new ActivityCount(HUB, at(minute), operation, signal, 1, 1, at(newest));
  }

  private static String device(String id) {
    return "{\"protocol\":\"Mqtt\",\"authType\":\"{\\\"scope\\\":\\\"device\\\",\\\"type\\\":"
        + "\\\"sas\\\"}\",\"maskedIpAddress\":\"203.0.113.XXX\",\"sdkVersion\":\".NET/1.42.0"
        + " (.NET 6)\",\"deviceId\":\""
        + id
        + "\"}";
  }

  private static DiagnosticRow row(
      String clock, String operation, String code, String description, String properties) {
    return new DiagnosticRow(
        at(clock),
        ARM,
        "Connections",
        operation,
        code.isEmpty() && description.isEmpty() ? "Informational" : "Error",
        code,
        code.isEmpty() && description.isEmpty() ? "no error at all" : description,
        properties,
        "westeurope",
        clock.startsWith("11:59:59") ? NOW : at(clock).plusSeconds(20));
  }

  private static DiagnosticRow other(String clock) {
    return new DiagnosticRow(
        at(clock),
        ARM,
        "C2DCommands",
        "deviceDisconnect",
        "Error",
        "404104",
        "",
        device("x"),
        "",
        at(clock));
  }

  private static Instant at(String clock) {
    return Instant.parse("2026-03-02T" + clock + "Z");
  }
}
