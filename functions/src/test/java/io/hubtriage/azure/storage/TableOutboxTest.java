package io.hubtriage.azure.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpResponse;
import com.azure.data.tables.TableClient;
import io.hubtriage.contract.Samples;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Incidents.Commit;
import io.hubtriage.incident.IncidentsUnavailableException;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.incident.OutboxRow.State;
import io.hubtriage.model.Hub;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TableOutboxTest {
  private static final Hub HUB = Samples.HUB;
  private static final Instant NOON = Samples.NOON;
  private static final Instant LATER = NOON.plusSeconds(3_600);

  private final Faults faults = new Faults();
  private final TableClient table = Azurite.table();
  private final TableOutbox outbox = new TableOutbox(table);
  private final TableOutbox faulty = new TableOutbox(Azurite.same(table, faults));

  @Test
  void lookForWorkReadsNothingThatIsDone() {
    write(many("sent", 90, NOON));
    send(many("sent", 90, NOON));
    OutboxRow waits = row("waits", NOON);
    write(List.of(waits));
    assertThat(outbox.due(LATER, 10)).as("moves the others home").containsExactly(waits);
    AtomicLong bytes = new AtomicLong();
    faults.meet(
        (request, send) -> {
          HttpResponse response = send.get().buffer();
          bytes.addAndGet(response.getBodyAsBinaryData().getLength());
          return response;
        });
    assertThat(faulty.due(LATER, 10)).containsExactly(waits);
    assertThat(bytes.get()).as("of two answers: hubs, and the row that waits").isLessThan(3_000);
    assertThat(outbox.find(HUB, "sent-0", "teams")).contains(sent(row("sent-0", NOON)));
  }

  @Test
  void rowThatIsDoneIsTheSameBeforeAndAfterItIsMoved() {
    OutboxRow row = row("a", NOON);
    write(List.of(row));
    assertThat(outbox.replace(List.of(row), List.of(sent(row)))).isTrue();
    for (int i = 0; i < 2; i++) {
      assertThat(outbox.find(HUB, "a", "teams")).contains(sent(row));
      assertThat(outbox.replace(List.of(), List.of(row))).as("it exists").isFalse();
      assertThat(outbox.replace(List.of(row), List.of(sent(row)))).as("it changed").isFalse();
      assertThat(outbox.due(LATER, 10)).isEmpty();
    }
  }

  @Test
  void rowThatWasDoneCanBeChangedAndWaitAgain() {
    OutboxRow row = row("a", NOON);
    write(List.of(row));
    send(List.of(row));
    assertThat(outbox.due(LATER, 10)).isEmpty();
    OutboxRow noted = with(row, State.SENT, "proof came later");
    assertThat(outbox.replace(List.of(sent(row)), List.of(noted))).isTrue();
    assertThat(outbox.find(HUB, "a", "teams")).contains(noted);
    assertThat(outbox.replace(List.of(noted), List.of(row))).isTrue();
    assertThat(outbox.due(LATER, 10)).containsExactly(row);
    send(List.of(row));
    assertThat(outbox.due(LATER, 10)).isEmpty();
    assertThat(outbox.find(HUB, "a", "teams")).contains(sent(row));
  }

  /** As many as a summary stands for, and the summary, and its beginning. */
  @Test
  void ninetyRowsAreClosedInOneTransaction() {
    List<OutboxRow> held =
        many("held", 90, NOON).stream().map(row -> with(row, State.HELD, "budget spent")).toList();
    write(held);
    assertThat(outbox.held(HUB, "teams")).containsExactlyInAnyOrderElementsOf(held);
    List<OutboxRow> after = new ArrayList<>(List.of(row("summary", NOON)));
    held.forEach(row -> after.add(with(row, State.SUMMARISED, "summary")));
    assertThat(outbox.replace(held, after)).isTrue();
    assertThat(outbox.held(HUB, "teams")).isEmpty();
    assertThat(outbox.due(LATER, 100)).containsExactly(row("summary", NOON));
    assertThat(outbox.find(HUB, "held-89", "teams")).contains(after.get(90));
  }

  @Test
  void rowsOfSeveralHubsAreRefused() {
    OutboxRow other = OutboxRow.of(Samples.notice(Samples.OTHER, NOON), "teams");
    assertThatThrownBy(() -> outbox.replace(List.of(), List.of(row("a", NOON), other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is of partition two");
  }

  @Test
  void rowsOfEveryHubAreDue() {
    OutboxRow other = OutboxRow.of(Samples.notice(Samples.OTHER, NOON.minusSeconds(1)), "teams");
    write(List.of(row("a", NOON)));
    write(List.of(other));
    assertThat(new TableOutbox(table).due(LATER, 10)).containsExactly(other, row("a", NOON));
  }

  @Test
  void hubsAndChannelsWithHardNamesStayApart() {
    Hub hard = new Hub("/sub/a'b?c#d/%2f/:hubs");
    List<String> channels = List.of("Ops", "ops", "o/p s", "o%2fp s", "Öps", "a:b", "a'b");
    List<OutboxRow> rows =
        channels.stream().map(c -> OutboxRow.of(notice(hard, "n", NOON), c)).toList();
    write(rows);
    for (OutboxRow row : rows) {
      assertThat(outbox.find(hard, "n", row.channel())).contains(row);
    }
    assertThat(outbox.due(LATER, 10)).containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  void digestToldTwiceIsRefusedWholeHoweverLongAgo() {
    TableIncidents incidents = new TableIncidents(table);
    OutboxRow digest = row("digest", NOON);
    assertThat(incidents.commit(commit(incidents, digest))).isTrue();
    assertThat(incidents.commit(commit(incidents, digest))).isFalse();
    send(List.of(digest));
    assertThat(outbox.due(LATER, 10)).isEmpty();
    assertThat(incidents.commit(commit(incidents, row("new", NOON), digest))).isFalse();
    assertThat(outbox.find(HUB, "new", "teams")).isEmpty();
  }

  @Test
  void onlyOldRowsThatAreDoneArePruned() {
    Instant now = NOON.plus(TableOutbox.KEPT);
    List<OutboxRow> old = many("old", 130, NOON.minusMillis(1));
    List<OutboxRow> young = many("young", 3, NOON);
    OutboxRow waits = row("waits", NOON.minusSeconds(9));
    for (List<OutboxRow> some : List.of(old.subList(0, 45), old.subList(45, 90))) {
      write(some);
      send(some);
    }
    write(old.subList(90, 130));
    send(old.subList(90, 130));
    write(young);
    send(young);
    write(List.of(waits));
    assertThat(outbox.due(NOON.minusSeconds(9), 10)).containsExactly(waits);
    assertThat(outbox.prune(now)).isEqualTo(130);
    assertThat(outbox.prune(now)).isZero();
    assertThat(outbox.find(HUB, "old-0", "teams")).isEmpty();
    assertThat(outbox.find(HUB, "young-0", "teams")).contains(sent(young.get(0)));
    assertThat(outbox.due(now, 10)).containsExactly(waits);
  }

  @Test
  void ofEightSendersAtATimeOneBegins() throws Exception {
    for (int round = 0; round < 5; round++) {
      OutboxRow row = row("race-" + round, NOON);
      write(List.of(row));
      // All of them write the very same: the content cannot tell who wrote it.
      OutboxRow begun = with(row, State.PENDING, "begun");
      assertThat(Race.winners(i -> outbox.replace(List.of(row), List.of(begun)))).isEqualTo(1);
    }
  }

  @Test
  void moverAndSendersAtOnceLoseNothing() throws Exception {
    List<OutboxRow> rows = many("n", Race.RUNNERS, NOON);
    write(rows);
    long won =
        Race.winners(
            i -> {
              outbox.due(LATER, 100);
              boolean closed = outbox.replace(List.of(rows.get(i)), List.of(sent(rows.get(i))));
              outbox.due(LATER, 100);
              return closed;
            });
    assertThat(won).isEqualTo(Race.RUNNERS);
    assertThat(outbox.due(LATER, 100)).isEmpty();
    for (OutboxRow row : rows) {
      assertThat(outbox.find(HUB, row.notice().id(), "teams")).contains(sent(row));
    }
  }

  @Test
  void beginningWhoseAnswerWasLostIsRecognised() {
    OutboxRow row = row("a", NOON);
    write(List.of(row));
    assertThat(faulty.replace(List.of(), List.of(row("b", NOON)))).isTrue();
    faults.loseAnswers(1);
    assertThat(faulty.replace(List.of(row), List.of(with(row, State.DEFERRED, "x")))).isTrue();
  }

  @Test
  void failureOfTheServiceIsThePortsException() {
    write(List.of(row("a", NOON)));
    faults.answer(503);
    assertThatThrownBy(() -> faulty.due(LATER, 1)).satisfies(TableOutboxTest::unavailable);
    assertThatThrownBy(() -> faulty.held(HUB, "teams")).satisfies(TableOutboxTest::unavailable);
    assertThatThrownBy(() -> faulty.find(HUB, "a", "teams"))
        .satisfies(TableOutboxTest::unavailable)
        .hasMessageContaining("waiting:a:teams");
    assertThatThrownBy(() -> faulty.replace(List.of(), List.of(row("b", NOON))))
        .satisfies(TableOutboxTest::unavailable);
    assertThatThrownBy(() -> faulty.prune(LATER)).satisfies(TableOutboxTest::unavailable);
  }

  private static void unavailable(Throwable failure) {
    assertThat(failure)
        .isInstanceOf(IncidentsUnavailableException.class)
        .hasMessageContaining("the service answered 503");
  }

  private void write(List<OutboxRow> rows) {
    for (int from = 0; from < rows.size(); from += 45) {
      List<OutboxRow> some = rows.subList(from, Math.min(rows.size(), from + 45));
      assertThat(outbox.replace(List.of(), some)).isTrue();
    }
  }

  private void send(List<OutboxRow> rows) {
    assertThat(outbox.replace(rows, rows.stream().map(TableOutboxTest::sent).toList())).isTrue();
  }

  private static Commit commit(TableIncidents incidents, OutboxRow... rows) {
    return new Commit(incidents.load(HUB), List.of(), List.of(), List.of(rows));
  }

  private static List<OutboxRow> many(String prefix, int count, Instant at) {
    return IntStream.range(0, count).mapToObj(i -> row(prefix + "-" + i, at)).toList();
  }

  private static OutboxRow row(String id, Instant at) {
    return OutboxRow.of(notice(HUB, id, at), "teams");
  }

  private static Notice notice(Hub hub, String id, Instant at) {
    return new Notice(id, NoticeKind.SUMMARY, at, new Facts.OfSummary(hub, List.of()));
  }

  private static OutboxRow sent(OutboxRow row) {
    return new OutboxRow(
        row.notice(),
        row.channel(),
        State.SENT,
        1,
        row.notBefore().plusSeconds(120),
        Optional.of(NOON),
        "ok");
  }

  private static OutboxRow with(OutboxRow row, State state, String proof) {
    return new OutboxRow(
        row.notice(), row.channel(), state, 1, row.notBefore(), Optional.empty(), proof);
  }
}
