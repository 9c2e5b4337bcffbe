package io.hubtriage.azure.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Tells what happens to the devices of a hub, minute by minute, and checks what people heard. Each
 * event is delivered when it would be, each row is in the log when it would be.
 */
final class AppStory implements AutoCloseable {
  private static final Instant MIDNIGHT = Instant.parse("2026-03-10T00:00:00Z");
  private static final Duration EVENT_DELAY = Duration.ofSeconds(20);
  private static final Duration INGESTION = Duration.ofMinutes(6);

  final App app;
  private final List<Delivery> coming = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private Instant now;

  private record Delivery(Instant at, String json) {}

  AppStory(Path folder, String start) throws IOException {
    now = at(start);
    app = new App(folder, now);
  }

  static Instant at(String clock) {
    return MIDNIGHT.plusSeconds(LocalTime.parse(clock).toSecondOfDay());
  }

  /** The device's connection ends: a row with a signal, and the hub's next snapshot says so. */
  AppStory drops(String device, Instant at, Signal signal) {
    app.log.row(device, at, Operation.DISCONNECT, signal, INGESTION);
    return event("Disconnected", device, at);
  }

  /** The device connects. */
  AppStory connects(String device, Instant at) {
    app.log.row(device, at, Operation.CONNECT, Signal.NONE, INGESTION);
    return event("Connected", device, at);
  }

  /** A token renewal: it drops, and is back before the hub takes its next snapshot. */
  AppStory renews(String device, Instant at) {
    app.log.row(device, at, Operation.DISCONNECT, Signal.UNAUTHORIZED, INGESTION);
    app.log.row(device, at.plusMillis(40), Operation.DISCONNECT, Signal.CLOSED_REMOTELY, INGESTION);
    app.log.row(device, at.plusSeconds(5), Operation.CONNECT, Signal.NONE, INGESTION);
    return this;
  }

  private AppStory event(String state, String device, Instant at) {
    String json =
        """
        {"id":"%1$s-%2$d","topic":"%3$s","subject":"devices/%1$s",
         "eventType":"Microsoft.Devices.Device%4$s","eventTime":"%5$s","dataVersion":"1",
         "metadataVersion":"1","data":{"hubName":"plant-berlin","deviceId":"%1$s",
         "deviceConnectionStateEventInfo":{"sequenceNumber":"%2$064X"}}}
        """
            .formatted(
                device, at.toEpochMilli(), App.HUB.toUpperCase(Locale.ROOT), state, at.toString());
    coming.add(new Delivery(at.plus(EVENT_DELAY), json));
    return this;
  }

  /** Minute by minute up to and including a time: events, their sweep, every 5 min the log's. */
  AppStory until(String clock) {
    while (now.isBefore(at(clock))) {
      now = now.plusSeconds(60);
      deliverEvents();
      app.clock.set(now);
      app.sweepEvents();
      if (now.getEpochSecond() % 300 == 0) {
        app.sweepLogs();
      }
      app.deliver();
      List<String> heard = app.heard();
      heard.subList(lines.size(), heard.size()).forEach(h -> lines.add(clock() + " " + h));
    }
    return this;
  }

  private void deliverEvents() {
    for (Delivery delivery : List.copyOf(coming)) {
      if (delivery.at().isBefore(now)) {
        app.clock.set(delivery.at());
        app.receive(delivery.json());
        app.receive(delivery.json()); // Event Grid delivers at least once.
        coming.remove(delivery);
      }
    }
  }

  /** What Teams heard, with the time; each was mailed, too. */
  AppStory heard(String... expected) {
    assertThat(lines).isEqualTo(Arrays.asList(expected));
    assertThat(app.mail.getReceivedMessages()).hasSize(expected.length);
    return this;
  }

  private String clock() {
    return LocalTime.MIDNIGHT.plus(Duration.between(MIDNIGHT, now)).toString();
  }

  @Override
  public void close() {
    app.close();
  }
}
