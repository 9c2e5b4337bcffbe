package io.hubtriage.lab.accuracy;

import io.hubtriage.lab.read.LabelledRow;
import io.hubtriage.lab.score.Alert;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Device;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each device really had, and when. */
final class Truth {
  /** Alerts tell times in whole milliseconds, and a hub's row may lie a little before its cause. */
  private static final Duration LEEWAY = Duration.ofMinutes(2);

  private final Map<Owner, List<LabelledRow>> rows = new HashMap<>();

  private record Owner(String hub, Device device) {}

  Truth(Collection<LabelledRow> lines) {
    for (LabelledRow line : lines) {
      Owner owner = new Owner(line.row().hub(), line.row().device());
      rows.computeIfAbsent(owner, o -> new ArrayList<>()).add(line);
    }
  }

  /** Whether somebody should act on it. */
  static boolean actionable(Cause cause) {
    return !cause.benign() && cause != Cause.UNKNOWN;
  }

  /** The devices an alert names without reason. */
  long wronglyNamed(Alert alert) {
    return alert.devices().entrySet().stream()
        .filter(e -> !holds(alert, e.getKey(), e.getValue()))
        .count();
  }

  /** Whether an alert names devices, and none of them has what it says. */
  boolean refutes(Alert alert) {
    return !alert.devices().isEmpty() && wronglyNamed(alert) == alert.devices().size();
  }

  /**
   * Whether a device had the alert's cause between its first row and the alert. An alert that knows
   * no cause is right about any trouble.
   */
  private boolean holds(Alert alert, Device device, Instant since) {
    Instant from = since.minus(LEEWAY);
    return rows.getOrDefault(new Owner(alert.hub(), device), List.of()).stream()
        .filter(r -> !r.row().time().isBefore(from) && !r.row().time().isAfter(alert.at()))
        .map(LabelledRow::cause)
        .anyMatch(c -> c == alert.cause() || (alert.cause() == Cause.UNKNOWN && actionable(c)));
  }
}
