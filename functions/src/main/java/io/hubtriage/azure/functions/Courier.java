package io.hubtriage.azure.functions;

import io.hubtriage.azure.storage.WakeupMessage;
import io.hubtriage.azure.wiring.Ports;
import io.hubtriage.incident.Deliverer;
import io.hubtriage.incident.Delivery;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.incident.OutboxRow.State;
import io.hubtriage.incident.Wakeup;
import io.hubtriage.pipeline.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Works off wake-ups, and leaves new ones for what has to come later. */
final class Courier {
  private final Ports ports;
  private final Logger log;

  Courier(Ports ports, Logger log) {
    this.ports = ports;
    this.log = log;
  }

  /** Sends what the message speaks of, if it is due. */
  void deliver(String message) {
    Optional<Wakeup> wakeup = read(message);
    if (wakeup.isEmpty()) {
      return;
    }
    Wakeup w = wakeup.get();
    Instant now = ports.now();
    Rules rules = ports.rules();
    Optional<OutboxRow> done = deliverer(rules).deliver(w.hub(), w.noticeId(), w.channel(), now);
    // Not due yet: somebody else may be sending it and die, or the clocks differ a little.
    Optional<OutboxRow> next = done.or(() -> find(w).filter(row -> row.state().waits()));
    next.ifPresent(row -> wakeLater(row, rules, now));
    boolean refused = done.filter(row -> row.state() == State.REJECTED).isPresent();
    log.log(refused ? Level.WARNING : Level.INFO, () -> Lines.of(w, done));
  }

  /** Has another channel tell it, if there is one. */
  void giveUp(String message) {
    Optional<Wakeup> wakeup = read(message);
    if (wakeup.isEmpty()) {
      return;
    }
    Wakeup w = wakeup.get();
    Instant now = ports.now();
    Rules rules = ports.rules();
    Optional<OutboxRow> closed =
        deliverer(rules)
            .giveUp(
                w.hub(),
                w.noticeId(),
                w.channel(),
                "sending failed 5 times; the log of DeliverNotice tells why",
                now);
    closed.ifPresent(row -> wakeLater(row, rules, now));
    Optional<OutboxRow> row = closed.or(() -> find(w));
    log.severe(() -> Lines.givenUp(w, row, rules.fallbacks().get(w.channel())));
  }

  private void wakeLater(OutboxRow row, Rules rules, Instant now) {
    Waking waking = new Waking(ports, log);
    if (row.state().waits() && row.notBefore().isAfter(now)) {
      waking.wake(row, row.channel(), Duration.between(now, row.notBefore()));
    }
    String fallback = rules.fallbacks().get(row.channel());
    if (row.state() == State.REJECTED && fallback != null) {
      waking.wake(row, fallback, Duration.ZERO);
    }
  }

  private Deliverer deliverer(Rules rules) {
    return new Deliverer(
        ports.outbox(),
        ports.budgets(),
        Delivery.to(ports.channels(), rules.budgets(), rules.fallbacks()));
  }

  private Optional<OutboxRow> find(Wakeup w) {
    return ports.outbox().find(w.hub(), w.noticeId(), w.channel());
  }

  /** Nothing is lost by dropping what is no wake-up: the outbox has the notice. */
  private Optional<Wakeup> read(String message) {
    try {
      return Optional.of(WakeupMessage.read(message));
    } catch (IllegalArgumentException e) {
      log.severe(
          () ->
              "dropped a message that is no wake-up ("
                  + e.getMessage()
                  + "); only HubTriage may write to this queue");
      return Optional.empty();
    }
  }
}
