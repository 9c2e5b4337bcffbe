package io.hubtriage.azure.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hubtriage.azure.LocalClients;
import io.hubtriage.azure.ScriptedServer;
import io.hubtriage.azure.ScriptedServer.Reply;
import io.hubtriage.azure.loganalytics.LogAnalytics;
import io.hubtriage.fuzz.Mutations;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The real client, and a server with a recorded answer. */
final class HubMetricsTest {
  private static final Logger LOG = Logger.getLogger(HubMetrics.class.getName());
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Window WINDOW = new Window(NOON, NOON.plusSeconds(300));
  private static final Hub HUB =
      new Hub("/subscriptions/s/resourceGroups/g/providers/Microsoft.Devices/IotHubs/plant-7");

  private static ScriptedServer server;
  private static HubMetrics metrics;

  private final List<String> logged = new ArrayList<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          logged.add(new SimpleFormatter().formatMessage(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeAll
  static void start() throws IOException {
    server = ScriptedServer.start();
    metrics =
        new HubMetrics(
            LocalClients.metrics(server.port(), LocalClients.soon(LogAnalytics.retries())));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void listen() {
    LOG.setUseParentHandlers(false);
    LOG.addHandler(listener);
  }

  @AfterEach
  void stopListening() {
    LOG.removeHandler(listener);
    LOG.setUseParentHandlers(true);
  }

  @Test
  void readsTheMinutesThatHaveAValueOldestFirst() throws IOException {
    server.script(Reply.json(200, recorded()));
    assertThat(metrics.counts(HUB, WINDOW))
        .containsExactly(
            new CountSample(NOON, 1000, 1000, 1000),
            new CountSample(NOON.plusSeconds(60), 990.5, 981, 1000));
    assertThat(logged).isEmpty();
  }

  @Test
  void asksForTheMinutesOfTheHub() throws IOException {
    server.script(Reply.json(200, recorded()));
    metrics.counts(HUB, WINDOW);
    assertThat(server.requests())
        .singleElement()
        .extracting(ScriptedServer.Request::target)
        .asString()
        .contains(HUB.resourceId() + "/providers/Microsoft.Insights/metrics")
        .contains("metricnames=connectedDeviceCount")
        .contains("interval=PT1M")
        .contains("aggregation=Average%2CMinimum%2CMaximum")
        .contains("timespan=2026-03-02T12%3A00Z/2026-03-02T12%3A05Z");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        argumentSet("forbidden", Reply.json(403, "{}")),
        argumentSet("no hub", Reply.json(404, "{}")),
        argumentSet("throttled", Reply.json(429, "{}")),
        argumentSet("failed", Reply.json(500, "{}")),
        argumentSet("dropped", Reply.dropped()),
        argumentSet("silent", Reply.silence()),
        argumentSet("a page", Reply.text(200, Map.of("Content-Type", "text/html"), "<html>")),
        argumentSet("empty", Reply.text(200, Map.of(), "")),
        argumentSet("204", Reply.text(204, Map.of(), "")),
        argumentSet("no metric", Reply.json(200, "{}")),
        argumentSet(
            "a list for a text",
            Reply.json(200, "{\"value\":[],\"namespace\":[],\"resourceregion\":\"westeurope\"}")));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFailureReadsAsNothingKnownAndIsLogged(Reply reply) {
    server.script(reply);
    Mutations.soon(() -> assertThat(metrics.counts(HUB, WINDOW)).isEmpty());
    assertThat(logged)
        .singleElement()
        .asString()
        .contains("plant-7", "the app's identity needs the role Monitoring Reader")
        .doesNotContain(LocalClients.TOKEN)
        .hasLineCount(1);
  }

  @Test
  void aHubWithoutAResourceIdIsNotAskedAbout() {
    server.script(Reply.json(500, "{}"));
    assertThat(metrics.counts(new Hub("plant-7"), WINDOW)).isEmpty();
    assertThat(server.requests()).isEmpty();
    assertThat(logged).containsExactly("no metric of plant-7: its ARM resource id is not known");
  }

  @Test
  void anEmptyWindowIsNotAskedAbout() {
    server.script(Reply.json(500, "{}"));
    assertThat(metrics.counts(HUB, new Window(NOON, NOON))).isEmpty();
    assertThat(server.requests()).isEmpty();
    assertThat(logged).isEmpty();
  }

  private static String recorded() throws IOException {
    try (InputStream in = HubMetricsTest.class.getResourceAsStream("connected.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
