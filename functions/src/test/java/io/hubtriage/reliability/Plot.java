package io.hubtriage.reliability;

import io.hubtriage.azure.functions.LogStandIn;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What happens to the devices of a hub in three quarters of an hour: the hub drops all of them, one
 * dies on its own afterwards and comes back, and one event is no event. Then nobody looks at events
 * for five minutes, of which HubTriage tells itself. In the last minutes nothing happens: whoever
 * died is to find again what he left.
 */
final class Plot {
  static final String HUB =
      "/subscriptions/6f1c3a52-0d2e-4c39-9d2b-3f5f8f1f6a01/resourcegroups/iot/providers"
          + "/microsoft.devices/iothubs/plant-berlin";
  static final Instant START = Instant.parse("2026-03-10T10:00:00Z");
  static final int MINUTES = 50;
  private static final int DEVICES = 24;
  private static final Duration EVENT_DELAY = Duration.ofSeconds(20);
  private static final Duration INGESTION = Duration.ofMinutes(6);

  private Plot() {}

  /** Whether the timer of the event sweep fires in a minute. */
  static boolean looksAtEvents(int minute) {
    return minute <= MINUTES - 15 || minute > MINUTES - 10;
  }

  /** What Event Grid brings, and when. */
  record Delivery(Instant at, String json) {}

  private record Happening(String device, Instant at, Operation operation, Signal signal) {}

  private static List<Happening> happenings() {
    List<Happening> all = new ArrayList<>();
    for (int i = 0; i < DEVICES; i++) {
      String pump = "pump-" + i;
      Instant before = START.minusSeconds(5_000 - 61L * i);
      all.add(new Happening(pump, before, Operation.CONNECT, Signal.NONE));
      Instant gone = START.plusSeconds(190 + i);
      all.add(new Happening(pump, gone, Operation.DISCONNECT, Signal.SERVER_ERROR));
      Instant back = START.plusSeconds(500 + 2L * i);
      all.add(new Happening(pump, back, Operation.CONNECT, Signal.NONE));
    }
    Instant lost = START.plusSeconds(23 * 60);
    all.add(new Happening("fan-1", START.minusSeconds(4_000), Operation.CONNECT, Signal.NONE));
    all.add(new Happening("fan-1", lost, Operation.DISCONNECT, Signal.CLOSED_REMOTELY));
    all.add(new Happening("fan-1", lost.plusSeconds(720), Operation.CONNECT, Signal.NONE));
    return all;
  }

  /** Puts the rows into the log, each to be seen when it is ingested. */
  static void tell(LogStandIn log) {
    happenings().forEach(h -> log.row(h.device(), h.at(), h.operation(), h.signal(), INGESTION));
  }

  /** Events from the start on, oldest first, and one that cannot be read. */
  static List<Delivery> deliveries() {
    List<Delivery> all = new ArrayList<>();
    for (Happening happening : happenings()) {
      if (!happening.at().isBefore(START)) {
        all.add(new Delivery(happening.at().plus(EVENT_DELAY), json(happening)));
      }
    }
    all.add(new Delivery(START.plusSeconds(400), "no event"));
    all.sort(Comparator.comparing(Delivery::at));
    return all;
  }

  private static String json(Happening happening) {
    return """
        {"id":"%1$s-%2$d","topic":"%3$s","subject":"devices/%1$s",
         "eventType":"Microsoft.Devices.Device%4$s","eventTime":"%5$s","dataVersion":"1",
         "metadataVersion":"1","data":{"hubName":"plant-berlin","deviceId":"%1$s",
         "deviceConnectionStateEventInfo":{"sequenceNumber":"%2$064X"}}}
        """
        .formatted(
            happening.device(),
            happening.at().toEpochMilli(),
            HUB,
            happening.operation() == Operation.CONNECT ? "Connected" : "Disconnected",
            happening.at().toString());
  }
}
