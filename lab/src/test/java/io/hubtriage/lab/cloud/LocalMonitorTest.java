package io.hubtriage.lab.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.policy.ExponentialBackoffOptions;
import com.azure.core.http.policy.RetryOptions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubtriage.azure.loganalytics.LogAnalytics;
import io.hubtriage.azure.metrics.HubMetrics;
import io.hubtriage.lab.kql.AzureSchema;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectionLogUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server: what it answers, when it hides what, and how it fails when told to. */
final class LocalMonitorTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Window HOUR = new Window(NOON.minusSeconds(3600), NOON);
  private static final Hub HUB =
      new Hub("/subscriptions/s/resourcegroups/g/providers/microsoft.devices/iothubs/plant-7");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private LocalMonitor monitor;

  @BeforeEach
  void open() {
    monitor =
        LocalMonitor.loader()
            .add(
                new DiagnosticRow(
                    NOON.minusSeconds(90),
                    HUB.resourceId(),
                    "Connections",
                    "deviceDisconnect",
                    "Error",
                    "404104",
                    "",
                    "{\"deviceId\":\"pump\"}",
                    "",
                    NOON.minusMillis(1)))
            .add(HUB, new CountSample(NOON.minusSeconds(180), 9, 8, 10))
            .add(HUB, new CountSample(NOON.minusSeconds(120), 7, 6, 8))
            .add(HUB, new CountSample(NOON.minusSeconds(60), 5, 4, 6))
            .open();
    monitor.now(NOON);
  }

  @AfterEach
  void close() {
    monitor.close();
  }

  @Test
  void answersInTheServicesShape() throws Exception {
    HttpResponse<String> answer =
        ask(
            "AzureDiagnostics | project TimeGenerated, ResultType, n = 1, p = parse_json('[1]'),"
                + " none = DurationMs, yes = Level == 'Error'");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"tables\":[{\"name\":\"PrimaryResult\",\"columns\":["
                + "{\"name\":\"TimeGenerated\",\"type\":\"datetime\"},"
                + "{\"name\":\"ResultType\",\"type\":\"string\"},"
                + "{\"name\":\"n\",\"type\":\"long\"},"
                + "{\"name\":\"p\",\"type\":\"dynamic\"},"
                + "{\"name\":\"none\",\"type\":\"long\"},"
                + "{\"name\":\"yes\",\"type\":\"bool\"}],"
                + "\"rows\":[[\"2026-03-02T11:58:30Z\",\"404104\",1,\"[1]\",null,true]]}]}");
  }

  @Test
  void hidesWhatIsIngestedAtTheMomentOrLater() throws Exception {
    monitor.now(NOON.minusMillis(1));
    assertThat(rows("AzureDiagnostics | project Level")).isEqualTo("[]");
    monitor.now(NOON);
    assertThat(rows("AzureDiagnostics | project Level")).isEqualTo("[[\"Error\"]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "Nowhere # SemanticError # SEM0100",
        "AzureDiagnostics | where # SyntaxError # SYN0002",
        "AzureDiagnostics | extend a = strlen(1) # SemanticError # SEM0000",
        "AzureDiagnostics | top 5 by Level # SemanticError # NOTCOVERED",
      })
  void refusesAsTheServiceDoes(String query, String kind, String code) throws Exception {
    HttpResponse<String> answer = ask(query);
    JsonNode error = JSON.readTree(answer.body()).path("error");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(error.path("code").asText()).isEqualTo("BadArgumentError");
    assertThat(error.at("/innererror/code").asText()).isEqualTo(kind);
    assertThat(error.at("/innererror/innererror/code").asText()).isEqualTo(code);
    assertThat(error.at("/innererror/innererror/message").asText()).contains("line 1");
  }

  @Test
  void knowsNoOtherPath() throws Exception {
    assertThat(post("/v1/elsewhere", "{}").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "THROTTLED,  too many queries",
    "TIMED_OUT,  took too long",
    "PARTIAL,    only part of the answer",
    "DROPPED,    the connection failed",
    "EMPTY,      asking workspace",
    "NO_CONTENT, asking workspace",
    "NO_TABLE,   no IoT Hub logs have arrived",
  })
  void failsAsToldAndThenRecovers(Fault.Kind kind, String said) {
    LogAnalytics log = log();
    monitor.fault(
        Fault.of(kind), kind == Fault.Kind.THROTTLED || kind == Fault.Kind.DROPPED ? 3 : 1);
    assertThatThrownBy(() -> log.activity(HOUR, NOON))
        .isInstanceOf(ConnectionLogUnavailableException.class)
        .hasMessageContaining(said);
    assertThat(log.activity(HOUR, NOON)).hasSize(1);
  }

  @Test
  void throttlingSaysWhenToComeBack() throws Exception {
    monitor.fault(Fault.throttled(Duration.ofSeconds(7)), 1);
    HttpResponse<String> answer = ask("AzureDiagnostics");
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("7");
  }

  @Test
  void aSlowAnswerIsTheRightOne() {
    monitor.fault(Fault.slow(Duration.ofMillis(50)), 1);
    assertThat(log().activity(HOUR, NOON)).hasSize(1);
  }

  @Test
  void tellsTheMetricOfMinutesThatAreOver() {
    HubMetrics metrics =
        new HubMetrics(new MonitorClients(monitor.endpoint(), LogAnalytics.retries()).metrics());
    assertThat(metrics.counts(HUB, HOUR))
        .containsExactly(
            new CountSample(NOON.minusSeconds(180), 9, 8, 10),
            new CountSample(NOON.minusSeconds(120), 7, 6, 8));
    monitor.now(NOON.minusMillis(1));
    assertThat(metrics.counts(HUB, HOUR))
        .containsExactly(new CountSample(NOON.minusSeconds(180), 9, 8, 10));
    assertThat(metrics.counts(new Hub("/x/iothubs/other"), HOUR)).isEmpty();
  }

  @Test
  void itsTableIsTheServices() {
    assertThat(new DiagnosticsTable(NOON, new StoredColumns()).columns())
        .containsExactlyInAnyOrderElementsOf(AzureSchema.columns());
  }

  private LogAnalytics log() {
    RetryOptions production = LogAnalytics.retries();
    RetryOptions soon =
        new RetryOptions(
                new ExponentialBackoffOptions()
                    .setMaxRetries(production.getExponentialBackoffOptions().getMaxRetries())
                    .setBaseDelay(Duration.ofMillis(1))
                    .setMaxDelay(Duration.ofMillis(2)))
            .setShouldRetryCondition(production.getShouldRetryCondition());
    return new LogAnalytics(new MonitorClients(monitor.endpoint(), soon).logs(), "workspace");
  }

  private String rows(String query) throws Exception {
    return JSON.readTree(ask(query).body()).at("/tables/0/rows").toString();
  }

  private HttpResponse<String> ask(String query) throws Exception {
    return post("/v1/workspaces/w/query", JSON.writeValueAsString(Map.of("query", query)));
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(monitor.endpoint() + path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
