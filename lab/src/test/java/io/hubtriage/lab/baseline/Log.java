package io.hubtriage.lab.baseline;

import io.hubtriage.model.Client;
import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A log written by hand: times are seconds after noon, rows are ingested a minute later. */
final class Log {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Hub HUB = new Hub("plant");
  private static final Duration DELAY = Duration.ofMinutes(1);

  private final List<ConnectionRow> rows = new ArrayList<>();
  private final Sight sight = new Sight();
  private Device device = Device.of("pump");
  private String network = "198.18.0.XXX";
  private String sdk = "";

  Log device(String id) {
    device = Device.of(id);
    return this;
  }

  Log network(String masked) {
    network = masked;
    return this;
  }

  Log sdk(String version) {
    sdk = version;
    return this;
  }

  Log connect(double second) {
    return row(second, Operation.CONNECT, Signal.NONE);
  }

  Log drop(double second, Signal signal) {
    return row(second, Operation.DISCONNECT, signal);
  }

  Log refuse(double second, Signal signal) {
    return row(second, Operation.CONNECT, signal);
  }

  private Log row(double second, Operation operation, Signal signal) {
    Instant time = NOON.plusMillis((long) (second * 1000));
    ConnectionRow row =
        new ConnectionRow(
            HUB,
            device,
            time,
            operation,
            signal == Signal.OTHER ? "499000" : signal.code(),
            signal.symbol(),
            Client.of(sdk, "Mqtt", "sas"),
            network,
            time.plus(DELAY));
    rows.add(row);
    sight.add(row);
    return this;
  }

  List<ConnectionRow> rows() {
    return List.copyOf(rows);
  }

  Sight sight() {
    return sight;
  }

  /** The row written last but {@code back}. */
  ConnectionRow last(int back) {
    return rows.get(rows.size() - 1 - back);
  }
}
