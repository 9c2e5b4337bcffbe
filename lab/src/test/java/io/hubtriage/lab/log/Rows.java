package io.hubtriage.lab.log;

import io.hubtriage.model.Client;
import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Operation;
import java.time.Duration;
import java.time.Instant;

/** Rows for tests: times are {@code H:MM:SS} on one day, ingestion 2 min later unless said. */
final class Rows {
  static final Hub HUB = new Hub("/subscriptions/s/providers/microsoft.devices/iothubs/east");
  static final Hub WEST = new Hub("/subscriptions/s/providers/microsoft.devices/iothubs/west");
  static final Client JAVA = new Client("java", "1.0", "Mqtt", "sas");
  static final Client NODE = new Client("node", "2.0", "Mqtt", "sas");
  static final Duration USUAL_DELAY = Duration.ofMinutes(2);
  private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");

  private Rows() {}

  /** An instant of the day, {@code 9:05:00.123}. */
  static Instant at(String clock) {
    String[] parts = clock.split(":", 3);
    return MIDNIGHT
        .plus(Duration.ofHours(Integer.parseInt(parts[0])))
        .plus(Duration.ofMinutes(Integer.parseInt(parts[1])))
        .plusMillis(Math.round(Double.parseDouble(parts[2]) * 1000));
  }

  static ConnectionRow connect(String clock, String device) {
    return row(clock, Device.of(device), Operation.CONNECT, "", JAVA);
  }

  static ConnectionRow refused(String clock, String device, String code) {
    return row(clock, Device.of(device), Operation.CONNECT, code, Client.UNKNOWN);
  }

  static ConnectionRow drop(String clock, String device, String code) {
    return row(clock, Device.of(device), Operation.DISCONNECT, code, Client.UNKNOWN);
  }

  static ConnectionRow row(
      String clock, Device device, Operation operation, String code, Client client) {
    Instant time = at(clock);
    return new ConnectionRow(
        HUB, device, time, operation, code, "", client, "10.0.0.XXX", time.plus(USUAL_DELAY));
  }

  static ConnectionRow ingested(ConnectionRow row, String clock) {
    return ingested(row, at(clock));
  }

  static ConnectionRow ingested(ConnectionRow r, Instant at) {
    return new ConnectionRow(
        r.hub(),
        r.device(),
        r.time(),
        r.operation(),
        r.code(),
        r.description(),
        r.client(),
        r.network(),
        at);
  }

  static ConnectionRow by(Client client, ConnectionRow r) {
    return new ConnectionRow(
        r.hub(),
        r.device(),
        r.time(),
        r.operation(),
        r.code(),
        r.description(),
        client,
        r.network(),
        r.ingestedAt());
  }

  static ConnectionRow seenAt(String network, ConnectionRow r) {
    return new ConnectionRow(
        r.hub(),
        r.device(),
        r.time(),
        r.operation(),
        r.code(),
        r.description(),
        r.client(),
        network,
        r.ingestedAt());
  }

  static ConnectionRow on(Hub hub, ConnectionRow r) {
    return new ConnectionRow(
        hub,
        r.device(),
        r.time(),
        r.operation(),
        r.code(),
        r.description(),
        r.client(),
        r.network(),
        r.ingestedAt());
  }
}
