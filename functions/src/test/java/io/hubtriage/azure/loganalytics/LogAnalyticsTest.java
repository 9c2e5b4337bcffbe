package io.hubtriage.azure.loganalytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubtriage.azure.LocalClients;
import io.hubtriage.azure.ScriptedServer;
import io.hubtriage.azure.ScriptedServer.Reply;
import io.hubtriage.model.Client;
import io.hubtriage.model.Cohort;
import io.hubtriage.model.Device;
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
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real client, and a server with recorded answers. */
final class LogAnalyticsTest {
  private static final Window FIVE_MINUTES = new Window(Samples.NOON, Samples.AS_OF);

  private static ScriptedServer server;
  private static LogAnalytics log;

  @BeforeAll
  static void start() throws IOException {
    server = ScriptedServer.start();
    log =
        new LogAnalytics(
            LocalClients.logs(
                server.port(),
                LocalClients.credential(),
                LocalClients.soon(LogAnalytics.retries())),
            "workspace-1");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void readsActivity() {
    server.script(Reply.json(200, Answers.recorded("activity")));
    assertThat(log.activity(FIVE_MINUTES, Samples.AS_OF))
        .containsExactly(
            new ActivityCount(
                Samples.HUB,
                Samples.NOON,
                Operation.CONNECT,
                Signal.NONE,
                31,
                29,
                Instant.parse("2026-03-02T12:00:59.731Z")),
            new ActivityCount(
                Samples.HUB,
                Instant.parse("2026-03-02T12:01:00Z"),
                Operation.DISCONNECT,
                Signal.CLOSED_REMOTELY,
                7,
                6,
                Instant.parse("2026-03-02T12:01:12.004Z")));
  }

  @Test
  void readsSessions() {
    server.script(Reply.json(200, Answers.recorded("sessions")));
    assertThat(log.sessions(FIVE_MINUTES, Duration.ofHours(26), Samples.AS_OF))
        .containsExactly(
            new SessionCount(
                Samples.HUB, Samples.COHORT, 65, Ending.REFUSED, Reconnect.WITHIN_MINUTE, 412, 398),
            new SessionCount(
                Samples.HUB, new Cohort("", "", ""), 0, Ending.QUIET, Reconnect.NOT_YET, 1, 1));
  }

  @Test
  void putsTimelinesTogetherFromTheirParts() {
    server.script(Reply.json(200, Answers.recorded("timelines")));
    TimelineAnswer answer = log.timelines(Samples.question());
    assertThat(answer.unexplained()).isEqualTo(Map.of(Samples.HUB, 12));
    assertThat(answer.timelines())
        .extracting(Timeline::device)
        .containsExactly(
            Device.of("pump-1"), new Device("6f9619ff-8b86-d011-b42d-00cf4fc964ff", "2026-01-01"));

    Timeline pump = answer.timelines().get(0);
    Instant start = Samples.AS_OF.minus(Duration.ofHours(26));
    assertThat(pump.client()).isEqualTo(new Client(".NET", "1.42.0", "Mqtt", "sas"));
    assertThat(pump.size()).isEqualTo(3);
    assertThat(pump.time(0)).isEqualTo(start.plusMillis(1));
    assertThat(pump.isConnect(0)).isTrue();
    assertThat(pump.network(0)).isEqualTo("203.0.113.XXX");
    assertThat(pump.time(1)).isEqualTo(start.plusMillis(60_000));
    assertThat(pump.signal(1)).isEqualTo(Signal.CLOSED_REMOTELY);
    assertThat(pump.network(1)).isEqualTo("203.0.114.XXX");
    assertThat(pump.time(2)).isEqualTo(start.plusMillis(93_600_000));

    Timeline module = answer.timelines().get(1);
    assertThat(module.client()).isEqualTo(Client.UNKNOWN);
    assertThat(module.time(0)).isEqualTo(start);
    assertThat(module.signal(0)).isEqualTo(Signal.OTHER);
  }

  @Test
  void readsThePopulationAndWhatItDoesNotTellIsNone() {
    server.script(Reply.json(200, Answers.recorded("population")));
    assertThat(log.population(Samples.HUB, Samples.TRAITS, FIVE_MINUTES, Samples.AS_OF))
        .containsOnly(
            entry(new Trait(Trait.Kind.VERSION, ".NET/1.42.0"), 40L),
            entry(Trait.any(Trait.Kind.VERSION), 391L),
            entry(new Trait(Trait.Kind.NETWORK, "10.0.0.XXX"), 0L),
            entry(Trait.any(Trait.Kind.NETWORK), 397L));
  }

  /** It must not hold up what the three others found. */
  @Test
  void asksForThePopulationInAHurry() {
    server.script(Reply.json(200, Answers.recorded("population")));
    log.population(Samples.HUB, Samples.TRAITS, FIVE_MINUTES, Samples.AS_OF);
    assertThat(server.requests().get(0).prefer()).isEqualTo("wait=30");
  }

  @Test
  void sendsTheQueryToTheWorkspaceAndNoTimeSpanBesideIt() throws IOException {
    server.script(Reply.json(200, Answers.recorded("activity")));
    log.activity(FIVE_MINUTES, Samples.AS_OF);
    ScriptedServer.Request request = server.requests().get(0);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.target()).isEqualTo("/v1/workspaces/workspace-1/query");
    assertThat(request.authorization()).isEqualTo("Bearer " + LocalClients.TOKEN);
    assertThat(new ObjectMapper().readTree(request.body()).properties())
        .singleElement()
        .satisfies(
            query -> {
              assertThat(query.getKey()).isEqualTo("query");
              assertThat(query.getValue().asText()).isEqualTo(Samples.query(Question.ACTIVITY));
            });
  }

  /** The queries count in whole milliseconds, so their parameters must be some. */
  @Test
  void cutsTimesToTheMillisecond() {
    Instant odd = Samples.NOON.plusNanos(1_999_999);
    assertThat(LogAnalytics.activityParameters(new Window(odd, odd), odd).toString())
        .isEqualTo(
            """
            let start = datetime(2026-03-02T12:00:00.001Z);
            let end = datetime(2026-03-02T12:00:00.001Z);
            let asOf = datetime(2026-03-02T12:00:00.001Z);
            """);
  }

  @Test
  void triesAgainWhenThrottled() {
    server.script(
        Reply.text(429, Map.of("Retry-After", "1"), ""),
        Reply.json(503, "{}"),
        Reply.json(200, Answers.recorded("activity")));
    assertThat(log.activity(FIVE_MINUTES, Samples.AS_OF)).hasSize(2);
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void takesAsManyRowsAsItPromises() {
    server.script(Reply.json(200, Answers.activityOf(Workspace.MOST_ROWS)));
    assertThat(log.activity(FIVE_MINUTES, Samples.AS_OF)).hasSize(Workspace.MOST_ROWS);
  }

  @Test
  void nothingHappened() {
    server.script(Reply.json(200, Answers.activityOf(0)));
    assertThat(log.activity(FIVE_MINUTES, Samples.AS_OF)).isEmpty();
  }
}
