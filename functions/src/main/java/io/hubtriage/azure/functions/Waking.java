package io.hubtriage.azure.functions;

import io.hubtriage.azure.wiring.Ports;
import io.hubtriage.azure.wiring.StorageUnavailableException;
import io.hubtriage.incident.IncidentsUnavailableException;
import io.hubtriage.incident.OutboxRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.logging.Logger;

/**
 * Leaves wake-ups for outbox rows. One that cannot be left is no failure of the run that wanted it:
 * the outbox has the row, and the next log sweep wakes it.
 */
final class Waking {
  private final Ports ports;
  private final Logger log;

  Waking(Ports ports, Logger log) {
    this.ports = ports;
    this.log = log;
  }

  /**
   * Wakes rows that are due, up to the first that fails: a queue that is down takes its time to say
   * so, and whoever waited for each of many rows would never come to his own work.
   *
   * @return for how many the wake-up was left
   */
  int wake(Collection<OutboxRow> rows) {
    Instant now = ports.now();
    int woken = 0;
    for (OutboxRow row : rows) {
      Duration delay = Duration.between(now, row.notBefore());
      if (wake(row, row.channel(), delay.isNegative() ? Duration.ZERO : delay) == 0) {
        return woken;
      }
      woken++;
    }
    return woken;
  }

  /**
   * Wakes the row of a notice on a channel.
   *
   * @return 1, or 0 if it could not be left
   */
  int wake(OutboxRow row, String channel, Duration delay) {
    try {
      ports.wakeups().wake(row.notice().facts().hub(), row.notice().id(), channel, delay);
      return 1;
    } catch (IncidentsUnavailableException | StorageUnavailableException e) {
      log.warning(e.getMessage() + "; the next log sweep wakes it");
      return 0;
    }
  }
}
