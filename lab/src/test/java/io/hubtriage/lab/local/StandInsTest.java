package io.hubtriage.lab.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.Context;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueClientBuilder;
import com.azure.storage.queue.QueueMessageEncoding;
import com.azure.storage.queue.models.QueueMessageItem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.azure.functions.ExecutionContext;
import io.hubtriage.azure.functions.DeliverNotice;
import io.hubtriage.azure.functions.SweepLogs;
import io.hubtriage.azure.storage.Azurite;
import io.hubtriage.azure.wiring.Names;
import io.hubtriage.azure.wiring.Wiring;
import io.hubtriage.lab.Commands;
import io.hubtriage.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The app as it runs on a laptop: its own functions and wiring, the stand-ins and Azurite. */
final class StandInsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T09:02:30Z"), ZoneOffset.UTC);

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path dir;

  @SuppressWarnings("NullAway.Init") // set before each
  private StandIns standIns;

  @BeforeEach
  void open() {
    LocalFleet fleet = LocalFleet.of(120, 1, CLOCK.instant());
    standIns = StandIns.open(fleet, dir, new StandIns.Ports(0, 0, 0), CLOCK);
  }

  @AfterEach
  void close() {
    standIns.close();
  }

  @Test
  void theFirstSweepSeesTheOutageAndEveryChannelHearsOfIt() throws Exception {
    Map<String, String> environment = environment();
    Names names = new Names("tlocal", "jlocal", "plocal", "slocal");
    try (Wiring wiring = new Wiring(environment::get, CLOCK, dir, names)) {
      new SweepLogs(wiring).run("{}", new Silent());
      assertThat(deliver(wiring, queue(environment))).isGreaterThanOrEqualTo(4);
    }
    assertThat(arrived("teams").toString())
        .contains("IoT Hub fault", "plant-hub-01")
        .containsPattern("\\p{IsHiragana}");
    assertThat(arrived("email").toString()).contains("plant-hub-01", "\"format\":\"mail\"");
    assertThat(arrived("webhook").toString()).contains("plant-hub-01", "azureMonitorCommonAlert");
  }

  @Test
  void settingsAreThoseOfTheSample() throws IOException {
    String settings = AppFiles.appSettings(URI.create("http://127.0.0.1:7080"));
    assertThat(JSON.readTree(settings))
        .isEqualTo(JSON.readTree(Path.of("../local.settings.json.sample").toFile()));
    assertThat(Settings.parse(Files.readString(dir.resolve("hubtriage.json"))).hubs()).hasSize(1);
    assertThat(dir.resolve("local.settings.json")).hasContent(standIns.appSettings());
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /teams,   '{}',     202",
    "POST, /webhook, '{}',     202",
    "POST, /teams,   'no {',   400",
    "POST, /teams,   '[]',     400",
    "GET,  /teams,   '',       405",
    "POST, /other,   '{}',     404",
  })
  void onlyMessagesAreTaken(String method, String path, String body, int status) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(standIns.cloud().resolve(path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"--port", "--mail-port", "--page-port"})
  void aTakenPortIsNamed(String option) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      Map<String, String> ports =
          new HashMap<>(Map.of("--port", "0", "--mail-port", "0", "--page-port", "0"));
      ports.put(option, port);
      List<String> arguments = new java.util.ArrayList<>(List.of("local", "--devices", "50"));
      ports.forEach((name, value) -> arguments.addAll(List.of(name, value)));
      arguments.addAll(List.of("--out", dir.resolve("other").toString()));
      Commands refused = Commands.run(arguments);
      assertThat(refused.exit()).isEqualTo(2);
      assertThat(refused.err()).startsWith("port " + port + " on this machine cannot be used");
    }
  }

  /** The printed settings, with the emulator of the tests for the one on its usual ports. */
  private Map<String, String> environment() throws IOException {
    Map<String, String> environment = new HashMap<>();
    JsonNode values = JSON.readTree(standIns.appSettings()).get("Values");
    values.fields().forEachRemaining(e -> environment.put(e.getKey(), e.getValue().textValue()));
    environment.put("HubTriageStorage", Azurite.connection());
    return environment;
  }

  private static QueueClient queue(Map<String, String> environment) {
    return new QueueClientBuilder()
        .connectionString(environment.get("HubTriageStorage"))
        .queueName(environment.get("NOTICES_QUEUE"))
        .messageEncoding(QueueMessageEncoding.BASE64)
        .buildClient();
  }

  /** Hands over every message, as the host does. */
  private static int deliver(Wiring wiring, QueueClient queue) {
    int delivered = 0;
    for (List<QueueMessageItem> some = messages(queue); !some.isEmpty(); some = messages(queue)) {
      for (QueueMessageItem message : some) {
        new DeliverNotice(wiring).run(message.getBody().toString(), new Silent());
        queue.deleteMessage(message.getMessageId(), message.getPopReceipt());
        delivered++;
      }
    }
    return delivered;
  }

  private static List<QueueMessageItem> messages(QueueClient queue) {
    return queue.receiveMessages(32, Duration.ofMinutes(5), null, Context.NONE).stream().toList();
  }

  private JsonNode arrived(String channel) throws Exception {
    URI uri = standIns.page().resolve("/api/messages?channel=" + channel);
    HttpResponse<String> page =
        http.send(
            HttpRequest.newBuilder(uri).build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    assertThat(page.statusCode()).isEqualTo(200);
    return JSON.readTree(page.body());
  }

  /** What the worker gives a function; nobody reads the lines. */
  private static final class Silent implements ExecutionContext {
    @Override
    public Logger getLogger() {
      return Logger.getAnonymousLogger();
    }

    @Override
    public String getInvocationId() {
      return "1";
    }

    @Override
    public String getFunctionName() {
      return "any";
    }
  }
}
