package io.hubtriage.lab.simulate;

import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Readings of a fleet's rows that several tests need. */
final class Rows {
  private Rows() {}

  /** A device's rows by time, doubled ones once. */
  static List<ConnectionRow> of(SimulatedFleet fleet, SimulatedDevice device) {
    List<ConnectionRow> rows = new ArrayList<>();
    for (ConnectionRow row : fleet.rows()) {
      boolean known =
          rows.stream().anyMatch(r -> r.time().equals(row.time()) && r.signal() == row.signal());
      if (row.device().equals(device.device()) && row.hub().equals(device.hub()) && !known) {
        rows.add(row);
      }
    }
    rows.sort(Comparator.comparing(ConnectionRow::time));
    return rows;
  }

  /** From each successful connect to the row after it. */
  static List<Duration> sessions(SimulatedFleet fleet, SimulatedDevice device) {
    List<Duration> sessions = new ArrayList<>();
    Optional<Instant> connected = Optional.empty();
    for (ConnectionRow row : of(fleet, device)) {
      connected.ifPresent(at -> sessions.add(Duration.between(at, row.time())));
      connected = isConnect(row) ? Optional.of(row.time()) : Optional.empty();
    }
    return sessions;
  }

  static boolean isConnect(ConnectionRow row) {
    return row.operation() == Operation.CONNECT && row.signal() == Signal.NONE;
  }
}
