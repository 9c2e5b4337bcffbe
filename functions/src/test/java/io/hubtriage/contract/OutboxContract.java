package io.hubtriage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.incident.Outbox;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.incident.OutboxRow.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an outbox must keep to. */
public abstract class OutboxContract {
  private static final Instant NOON = Samples.NOON;
  private static final OutboxRow ROW =
      OutboxRow.of(Samples.notice(Samples.HUB, NOON), "Team A/ops #1");

  /** An empty outbox. Asked for once per test. */
  protected abstract Outbox outbox();

  @Test
  void whatIsWrittenComesBackWhole() {
    Outbox outbox = filled(ROW);
    assertThat(find(outbox, ROW)).contains(ROW);
    assertThat(outbox.find(Samples.HUB, ROW.notice().id(), "other")).isEmpty();
    assertThat(outbox.find(Samples.OTHER, ROW.notice().id(), ROW.channel())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void everyStateComesBackAndIsDueIfItWaits(State state) {
    OutboxRow row = row(state, NOON);
    Outbox outbox = filled(row);
    assertThat(find(outbox, row)).contains(row);
    assertThat(outbox.due(NOON, 10).contains(row)).isEqualTo(state.waits());
  }

  @Test
  void rowIsDueFromItsTimeOn() {
    OutboxRow row = row(State.DEFERRED, NOON.plusSeconds(10));
    Outbox outbox = filled(row);
    assertThat(outbox.due(NOON.plusSeconds(9), 10)).isEmpty();
    assertThat(outbox.due(NOON.plusSeconds(10), 10)).containsExactly(row);
  }

  @Test
  void oldestNoticesComeFirstAndNoMoreThanAskedFor() {
    OutboxRow older = OutboxRow.of(Samples.notice(Samples.HUB, NOON.minusSeconds(1)), "teams");
    Outbox outbox = filled(ROW, older);
    assertThat(outbox.due(NOON, 10)).containsExactly(older, ROW);
    assertThat(outbox.due(NOON, 1)).containsExactly(older);
  }

  @Test
  void heldRowsAreFoundBeforeTheyAreDue() {
    OutboxRow held = row(State.HELD, NOON.plusSeconds(60));
    Outbox outbox = filled(held);
    assertThat(outbox.held(Samples.HUB, held.channel())).containsExactly(held);
    assertThat(outbox.held(Samples.HUB, "other")).isEmpty();
    assertThat(outbox.held(Samples.OTHER, held.channel())).isEmpty();
  }

  @Test
  void rowThatChangedInBetweenIsNotReplaced() {
    Outbox outbox = filled(ROW);
    OutboxRow mine = row(State.DEFERRED, NOON);
    OutboxRow theirs = row(State.SENT, NOON);
    OutboxRow extra = OutboxRow.of(ROW.notice(), "mail");
    assertThat(outbox.replace(List.of(ROW), List.of(theirs))).isTrue();
    assertThat(outbox.replace(List.of(ROW), List.of(mine, extra))).isFalse();
    assertThat(find(outbox, ROW)).contains(theirs);
    assertThat(find(outbox, extra)).as("all or nothing").isEmpty();
  }

  @Test
  void newRowMustNotExist() {
    Outbox outbox = filled(ROW);
    OutboxRow mail = OutboxRow.of(ROW.notice(), "mail");
    OutboxRow sent = row(State.SENT, NOON);
    assertThat(outbox.replace(List.of(), List.of(mail))).isTrue();
    assertThat(outbox.replace(List.of(ROW), List.of(sent, mail))).isFalse();
    assertThat(find(outbox, ROW)).contains(ROW);
  }

  private Outbox filled(OutboxRow... rows) {
    Outbox outbox = outbox();
    assertThat(outbox.replace(List.of(), List.of(rows))).isTrue();
    return outbox;
  }

  private static Optional<OutboxRow> find(Outbox outbox, OutboxRow row) {
    return outbox.find(Samples.HUB, row.notice().id(), row.channel());
  }

  private static OutboxRow row(State state, Instant notBefore) {
    return new OutboxRow(
        ROW.notice(), ROW.channel(), state, 3, notBefore, Optional.of(NOON), "200 日本 ok");
  }
}
