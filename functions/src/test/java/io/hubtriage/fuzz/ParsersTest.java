package io.hubtriage.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.azure.LocalClients;
import io.hubtriage.azure.ScriptedServer;
import io.hubtriage.azure.ScriptedServer.Reply;
import io.hubtriage.azure.loganalytics.LogAnalytics;
import io.hubtriage.azure.metrics.HubMetrics;
import io.hubtriage.azure.storage.WakeupMessage;
import io.hubtriage.events.EventReader;
import io.hubtriage.events.ReadEvents;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import io.hubtriage.settings.InvalidSettingsException;
import io.hubtriage.settings.Settings;
import io.hubtriage.sweep.ConnectedDevices;
import io.hubtriage.sweep.ConnectionLog;
import io.hubtriage.sweep.ConnectionLogUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * What arrives from outside and is not what it should be. {@code -Dsoak=true} tries a hundred times
 * as much.
 */
final class ParsersTest {
  private static final int MANY = Boolean.getBoolean("soak") ? 100 : 1;
  private static final Path SAMPLES = Path.of("src/test/resources/io/hubtriage/azure/loganalytics");
  private static final Path METRIC_SAMPLE =
      Path.of("src/test/resources/io/hubtriage/azure/metrics/connected.json");
  private static final Logger METRIC_LOG = Logger.getLogger(HubMetrics.class.getName());
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
  private static final Window HOUR = new Window(NOON.minusSeconds(3_600), NOON);
  private static final String EVENTS =
      """
      [{"id":"1","topic":"/subscriptions/s/resourceGroups/g/providers/Microsoft.Devices/IotHubs/h",
       "subject":"devices/pump-1/modules/m","eventType":"Microsoft.Devices.DeviceConnected",
       "eventTime":"2026-03-10T11:00:00.1234567Z","dataVersion":"1","metadataVersion":"1",
       "data":{"hubName":"h","deviceId":"pump-1","moduleId":"m","deviceConnectionStateEventInfo":
       {"sequenceNumber":"000000000000000001D4132452F67CE200000002000000000000000000000001"}}},
       {"specversion":"1.0","id":"2","source":"/subscriptions/s/h",
       "type":"Microsoft.Devices.DeviceDisconnected","time":"2026-03-10T11:00:00Z","subject":"x",
       "data":{"hubName":"h","deviceId":"pump-2","deviceConnectionStateEventInfo":
       {"sequenceNumber":"1"}}}]
      """;

  @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
  void eventsAreReadOrParkedWhole(@ForAll long seed) {
    many(
        seed,
        s -> {
          String text = Mutations.of(EVENTS, s);
          ReadEvents read = EventReader.read(text);
          int told =
              read.connections().size()
                  + read.unusable().size()
                  + read.others()
                  + read.validations();
          assertThat(told).as("of %s", text).isPositive();
          read.unusable().forEach(bad -> assertThat(bad.reason()).isNotBlank().hasLineCount(1));
        });
  }

  @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
  void settingsHaveAllTheirFaultsTold(@ForAll long seed) throws IOException {
    String sample = Files.readString(Path.of("..", "hubtriage.sample.json"));
    many(
        seed,
        s -> {
          try {
            assertThat(Settings.parse(Mutations.of(sample, s)).channels()).isNotNull();
          } catch (InvalidSettingsException e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(1_000_000);
          }
        });
  }

  @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
  void wakeupsAreReadOrRefused(@ForAll long seed) {
    String sample = "{\"v\":1,\"hub\":\"/subscriptions/s/h\",\"notice\":\"a-1\",\"channel\":\"o\"}";
    many(
        seed,
        s -> {
          try {
            assertThat(WakeupMessage.read(Mutations.of(sample, s)).hub()).isNotNull();
          } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("not a wake-up");
          }
        });
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void answersOfTheLogAreReadOrTheLogIsUnavailable(@ForAll long seed) throws IOException {
    ConnectionLog.TimelineQuestion question =
        new ConnectionLog.TimelineQuestion(
            HOUR, Duration.ofHours(26), Map.of(), Map.of(), Duration.ofMinutes(20), 5_000, 2_000);
    answers(seed, "activity", log -> log.activity(HOUR, NOON));
    answers(seed, "sessions", log -> log.sessions(HOUR, Duration.ofHours(26), NOON));
    answers(seed, "timelines", log -> log.timelines(question));
    answers(seed, "population", log -> log.population(new Hub("/h"), Set.of(), HOUR, NOON));
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void answersOfTheMetricAreReadOrNothingIsKnown(@ForAll long seed) throws IOException {
    String answer = Files.readString(METRIC_SAMPLE);
    METRIC_LOG.setLevel(Level.OFF); // It says every time that it was not understood.
    try (ScriptedServer server = ScriptedServer.start()) {
      ConnectedDevices metric =
          new HubMetrics(
              LocalClients.metrics(server.port(), LocalClients.soon(LogAnalytics.retries())));
      for (int i = 0; i < 10; i++) {
        many(
            seed + 1_000L * i,
            s -> {
              server.script(Reply.json(200, Mutations.of(answer, s)));
              assertThat(metric.counts(new Hub("/s/h"), HOUR))
                  .hasSizeLessThan(1_000)
                  .allMatch(sample -> HOUR.contains(sample.minute()));
            });
      }
    } finally {
      METRIC_LOG.setLevel(null);
    }
  }

  private static void answers(long seed, String sample, Consumer<ConnectionLog> question)
      throws IOException {
    String answer = Files.readString(SAMPLES.resolve(sample + ".json"));
    try (ScriptedServer server = ScriptedServer.start()) {
      ConnectionLog log =
          new LogAnalytics(
              LocalClients.logs(
                  server.port(),
                  LocalClients.credential(),
                  LocalClients.soon(LogAnalytics.retries())),
              "workspace");
      for (int i = 0; i < 10; i++) {
        many(
            seed + 1_000L * i,
            s -> {
              server.script(Reply.json(200, Mutations.of(answer, s)));
              try {
                question.accept(log);
              } catch (ConnectionLogUnavailableException e) {
                assertThat(e).hasMessageNotContaining(LocalClients.TOKEN);
              }
            });
      }
    }
  }

  private static void many(long seed, Consumer<Long> parsing) {
    Mutations.soon(
        () -> {
          for (long s = seed; s < seed + MANY; s++) {
            parsing.accept(s);
          }
        });
  }
}
