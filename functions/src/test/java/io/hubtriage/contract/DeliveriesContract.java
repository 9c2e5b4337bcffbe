package io.hubtriage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.incident.Deliveries;
import io.hubtriage.incident.Deliveries.Tally;
import io.hubtriage.incident.Outbox;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.incident.OutboxRow.State;
import io.hubtriage.model.Hub;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a tally of an outbox must keep to. */
public abstract class DeliveriesContract {
  private static final Instant NOON = Samples.NOON;
  private static final Instant SENT = NOON.plusSeconds(7);

  /** An empty outbox. Asked for once per test. */
  protected abstract Outbox outbox();

  /** The tally of that outbox. */
  protected abstract Deliveries deliveries();

  @Test
  void emptyOutboxHasNoChannels() {
    assertThat(outbox()).isNotNull();
    assertThat(deliveries().since(NOON)).isEmpty();
  }

  @Test
  void everyStateCountsWhereItBelongs() {
    Outbox outbox = outbox();
    Instant at = NOON;
    Instant rejectedAt = NOON;
    for (State state : State.values()) {
      rejectedAt = state == State.REJECTED ? at : rejectedAt;
      put(outbox, row(Samples.HUB, "ops", at, state, "why " + state));
      put(outbox, row(Samples.OTHER, "Mail 日", at, state, "given up: sending failed"));
      at = at.plusMillis(1);
    }
    Optional<Instant> refused = Optional.of(rejectedAt);
    Map<String, Tally> expected =
        Map.of(
            "ops", new Tally(2, 3, 1, 0, Optional.of(SENT), Optional.of("why REJECTED"), refused),
            "Mail 日",
                new Tally(
                    2,
                    3,
                    1,
                    1,
                    Optional.of(SENT),
                    Optional.of("given up: sending failed"),
                    refused));
    assertThat(deliveries().since(NOON)).isEqualTo(expected);
    assertThat(outbox.due(NOON, 100)).as("moves what is done").hasSize(6);
    assertThat(deliveries().since(NOON)).isEqualTo(expected);
  }

  @Test
  void olderOnesCountOnlyWhileTheyWait() {
    Outbox outbox = outbox();
    put(outbox, row(Samples.HUB, "ops", NOON.minusMillis(1), State.SENT, ""));
    put(outbox, row(Samples.HUB, "ops", NOON.minusMillis(2), State.REJECTED, "old"));
    put(outbox, row(Samples.HUB, "ops", NOON.minusMillis(3), State.DEFERRED, ""));
    assertThat(deliveries().since(NOON))
        .isEqualTo(
            Map.of(
                "ops",
                new Tally(0, 1, 0, 0, Optional.empty(), Optional.empty(), Optional.empty())));
    outbox.due(NOON, 100);
    assertThat(deliveries().since(NOON).get("ops")).extracting(Tally::sent).isEqualTo(0);
  }

  @Test
  void newestRejectionIsTold() {
    Outbox outbox = outbox();
    put(outbox, row(Samples.HUB, "ops", NOON.plusSeconds(2), State.REJECTED, "newest"));
    put(outbox, row(Samples.HUB, "ops", NOON.plusSeconds(1), State.REJECTED, "older"));
    assertThat(deliveries().since(NOON).get("ops"))
        .extracting(Tally::lastRejection)
        .isEqualTo(Optional.of("newest"));
  }

  private static void put(Outbox outbox, OutboxRow row) {
    OutboxRow fresh = OutboxRow.of(row.notice(), row.channel());
    assertThat(outbox.replace(List.of(), List.of(fresh))).isTrue();
    assertThat(outbox.replace(List.of(fresh), List.of(row))).isTrue();
  }

  private static OutboxRow row(Hub hub, String channel, Instant at, State state, String why) {
    return new OutboxRow(
        Samples.notice(hub, at),
        channel,
        state,
        1,
        NOON,
        state == State.SENT ? Optional.of(SENT) : Optional.empty(),
        why);
  }
}
