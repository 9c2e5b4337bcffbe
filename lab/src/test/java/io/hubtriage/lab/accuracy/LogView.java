package io.hubtriage.lab.accuracy;

import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log read row by row as a person would: what was in it at a moment, device by device. */
final class LogView {
  private static final Duration LOOK_BACK = Duration.ofHours(26);

  private final Map<Hub, Map<Device, List<ConnectionRow>>> rows = new HashMap<>();

  private record Once(Instant time, Operation operation, String code) {}

  LogView(Collection<ConnectionRow> log) {
    log.stream()
        .sorted(
            Comparator.comparing(ConnectionRow::time)
                .thenComparing(LogView::connects)
                .thenComparing(ConnectionRow::ingestedAt))
        .forEach(
            row ->
                rows.computeIfAbsent(row.hub(), h -> new HashMap<>())
                    .computeIfAbsent(row.device(), d -> new ArrayList<>())
                    .add(row));
  }

  /** Whether a row is a connect that succeeded. */
  static boolean connects(ConnectionRow row) {
    return row.operation() == Operation.CONNECT && !row.signal().isError();
  }

  /** A device's distinct rows of the look-back that were ingested before {@code now}, by time. */
  List<ConnectionRow> device(Hub hub, Device device, Instant now) {
    Map<Once, ConnectionRow> seen = new java.util.LinkedHashMap<>();
    for (ConnectionRow row : rows.getOrDefault(hub, Map.of()).getOrDefault(device, List.of())) {
      if (row.ingestedAt().isBefore(now) && !row.time().isBefore(now.minus(LOOK_BACK))) {
        seen.putIfAbsent(new Once(row.time(), row.operation(), row.codeOrName()), row);
      }
    }
    return List.copyOf(seen.values());
  }

  /** The devices of a hub. */
  Collection<Device> devices(Hub hub) {
    return rows.getOrDefault(hub, Map.of()).keySet();
  }
}
