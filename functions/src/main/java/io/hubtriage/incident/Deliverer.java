package io.hubtriage.incident;

import io.hubtriage.incident.OutboxRow.State;
import io.hubtriage.model.Hub;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings notices to their channels: writes down that it begins, sends, writes down what became of
 * it. Safe to repeat and to run many times at once: whoever writes the beginning sends, and if it
 * dies before the end, the row is due again after {@link Delivery#lease}. A crash may therefore
 * repeat a message, never lose one.
 */
public final class Deliverer {
  /** A table transaction takes 100 rows; a summary and the row at hand are among them. */
  private static final int MAX_SUMMARISED = 90;

  private static final int RACES = 3;

  /** What the reason of a row begins with that {@link #giveUp} closed. */
  static final String GIVEN_UP = "given up: ";

  private final Outbox outbox;
  private final Budgets budgets;
  private final Delivery delivery;

  /** Works on these stores and channels. */
  public Deliverer(Outbox outbox, Budgets budgets, Delivery delivery) {
    this.outbox = outbox;
    this.budgets = budgets;
    this.delivery = delivery;
  }

  /**
   * Sends everything that is due, oldest first.
   *
   * @param limit most rows to look at; positive
   * @return the rows it worked on, as they are afterwards
   */
  public List<OutboxRow> deliverDue(Instant now, int limit) {
    List<OutboxRow> done = new ArrayList<>();
    for (OutboxRow row : outbox.due(now, limit)) {
      deliver(row.notice().facts().hub(), row.notice().id(), row.channel(), now)
          .ifPresent(done::add);
    }
    return List.copyOf(done);
  }

  /**
   * Sends one notice to one channel if it is due.
   *
   * @return the row as it is afterwards (or the summary's that stands for it); empty if there was
   *     nothing to do or somebody else does it
   */
  public Optional<OutboxRow> deliver(Hub hub, String noticeId, String channel, Instant now) {
    Optional<OutboxRow> row = outbox.find(hub, noticeId, channel).filter(r -> r.due(now));
    if (row.isEmpty()) {
      return Optional.empty();
    }
    Instant next = take(channel, now);
    return next.isAfter(now) ? hold(row.get(), next) : summarise(hub, row.get(), now);
  }

  /** Takes a token; the answer is {@code now} if there was one, else when to come again. */
  private Instant take(String channel, Instant now) {
    for (int i = 0; i < RACES; i++) {
      Budgets.Stored stored = budgets.load(channel);
      Budget budget = stored.budget().orElseGet(() -> delivery.fresh(channel));
      Optional<Budget> after = budget.take(now);
      if (after.isEmpty()) {
        return budget.nextAt(now);
      }
      if (budgets.save(stored, after.get())) {
        return now;
      }
    }
    return now.plus(Duration.ofSeconds(1)); // Many senders at once; their tokens are as good.
  }

  private Optional<OutboxRow> hold(OutboxRow row, Instant next) {
    OutboxRow held = row.waiting(State.HELD, next, "budget spent");
    return written(List.of(row), List.of(held), held);
  }

  /** Sends the row, and with it in one message whatever else was held back for the channel. */
  private Optional<OutboxRow> summarise(Hub hub, OutboxRow row, Instant now) {
    List<OutboxRow> rows = new ArrayList<>();
    rows.add(row);
    if (Summary.fits(row)) {
      outbox.held(hub, row.channel()).stream()
          .filter(r -> Summary.fits(r) && !r.sameAs(row))
          .limit(MAX_SUMMARISED)
          .forEach(rows::add);
    }
    if (rows.size() == 1) {
      return send(row, now);
    }
    OutboxRow summary = OutboxRow.of(Summary.of(rows, now), row.channel());
    List<OutboxRow> after = new ArrayList<>(List.of(summary));
    rows.forEach(r -> after.add(r.closed(State.SUMMARISED, summary.notice().id())));
    return written(rows, after, summary).flatMap(s -> send(s, now));
  }

  private Optional<OutboxRow> send(OutboxRow row, Instant now) {
    OutboxRow begun = row.begun(now.plus(delivery.lease()));
    if (!outbox.replace(List.of(row), List.of(begun))) {
      return Optional.empty();
    }
    Sent sent = delivery.send(begun);
    if (sent instanceof Sent.Accepted accepted) {
      OutboxRow done = begun.sent(now, accepted.proof());
      return written(List.of(begun), List.of(done), done);
    }
    if (sent instanceof Sent.Deferred deferred && begun.attempts() < delivery.attempts()) {
      OutboxRow later = begun.waiting(State.DEFERRED, now.plus(deferred.after()), "asked to wait");
      return written(List.of(begun), List.of(later), later);
    }
    String why =
        sent instanceof Sent.Rejected rejected
            ? rejected.why()
            : "deferred " + begun.attempts() + " times";
    return reject(begun, why, now);
  }

  /**
   * Hands a notice that could not be sent again and again, for reasons the channel has no part in,
   * to the fallback channel. Without one it stays as it is: late is better than never.
   *
   * @param why for people, free of secrets
   * @return the row as it is afterwards; empty if it does not wait, nobody else could tell it, or
   *     somebody else is at it
   */
  public Optional<OutboxRow> giveUp(
      Hub hub, String noticeId, String channel, String why, Instant now) {
    return outbox
        .find(hub, noticeId, channel)
        .filter(row -> row.state().waits() && delivery.fallback(channel).isPresent())
        .flatMap(row -> reject(row, GIVEN_UP + why, now));
  }

  /** Nobody must miss it because one channel is broken: the fallback channel tells it. */
  private Optional<OutboxRow> reject(OutboxRow row, String why, Instant now) {
    OutboxRow rejected = row.closed(State.REJECTED, why);
    List<OutboxRow> after = new ArrayList<>(List.of(rejected));
    Hub hub = row.notice().facts().hub();
    delivery
        .fallback(row.channel())
        .filter(name -> outbox.find(hub, row.notice().id(), name).isEmpty())
        .map(name -> OutboxRow.of(row.notice(), name).waiting(State.PENDING, now, ""))
        .ifPresent(after::add);
    return written(List.of(row), after, rejected);
  }

  private Optional<OutboxRow> written(
      List<OutboxRow> before, List<OutboxRow> after, OutboxRow answer) {
    return outbox.replace(before, after) ? Optional.of(answer) : Optional.empty();
  }
}
