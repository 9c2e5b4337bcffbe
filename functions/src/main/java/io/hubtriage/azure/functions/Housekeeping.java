package io.hubtriage.azure.functions;

import io.hubtriage.azure.wiring.Ports;
import io.hubtriage.azure.wiring.Ports.Chore;
import io.hubtriage.incident.OutboxRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Logger;

/**
 * What every sweep of the log does besides: it wakes notices nobody woke, looks whether HubTriage
 * itself sees and speaks, and once an hour removes what is old. Whatever of it fails waits for the
 * next time, and the sweep goes on.
 */
final class Housekeeping {
  /** A notice that is due for so long has lost its wake-up. */
  static final Duration UNSENT = Duration.ofMinutes(2);

  /** Most notices woken at once; the next sweep wakes more. */
  private static final int MOST = 1_000;

  private static final Duration HOUR = Duration.ofHours(1);

  private final Ports ports;
  private final Logger log;

  Housekeeping(Ports ports, Logger log) {
    this.ports = ports;
    this.log = log;
  }

  void keep(Instant now) {
    attempt("waking unsent notices", () -> wakeUnsent(now));
    attempt("watching over HubTriage itself", () -> watch(now));
    if (firstOfItsHour(now)) {
      for (Chore chore : ports.chores()) {
        attempt("removing " + chore.name(), () -> tidy(chore, now));
      }
    }
  }

  /** Whether the sweep before this one was in another hour; no memory of it is needed. */
  private boolean firstOfItsHour(Instant now) {
    Duration every = ports.settings().sweeps().logEvery();
    return hour(now) != hour(now.minus(every));
  }

  private static long hour(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), HOUR.toSeconds());
  }

  private void wakeUnsent(Instant now) {
    List<OutboxRow> unsent = ports.outbox().due(now.minus(UNSENT), MOST);
    int woken = new Waking(ports, log).wake(unsent);
    if (woken > 0) {
      log.warning(
          () ->
              "woken %d notices that were due for more than 2 min; was DeliverNotice stopped, or"
                      .formatted(woken)
                  + " the queue not reachable?");
    }
  }

  /** Before the sweep, so that one that never ends does not keep it quiet. */
  private void watch(Instant now) {
    List<OutboxRow> told = ports.watch(ports.rules().watch()).look(now);
    for (OutboxRow row : told) {
      log.warning(() -> Lines.told(row));
    }
    new Waking(ports, log).wake(told);
  }

  private void tidy(Chore chore, Instant now) {
    int gone = chore.work().applyAsInt(now);
    if (gone > 0) {
      log.info(() -> "removed " + gone + " " + chore.name());
    }
  }

  /** Any failure: the sweep is more important than the broom. */
  private void attempt(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      log.warning(() -> what + " failed, the next sweep tries again: " + e.getMessage());
    }
  }
}
