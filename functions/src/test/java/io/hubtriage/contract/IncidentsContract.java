package io.hubtriage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.incident.Incident;
import io.hubtriage.incident.Incidents;
import io.hubtriage.incident.Incidents.Book;
import io.hubtriage.incident.Incidents.Commit;
import io.hubtriage.incident.Outbox;
import io.hubtriage.incident.OutboxRow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store of incidents must keep to. */
public abstract class IncidentsContract {
  /** An empty store. Asked for once per test. */
  protected abstract Incidents incidents();

  /** The outbox the store of this test writes to. */
  protected abstract Outbox outbox();

  private final List<Incident> sample = Samples.incidents(Samples.HUB, Samples.NOON);

  @Test
  void newHubHasNone() {
    assertThat(incidents().load(Samples.HUB)).isEqualTo(new Book(Samples.HUB, List.of(), ""));
  }

  @Test
  void whatIsCommittedComesBackWhole() {
    Incidents store = incidents();
    assertThat(commit(store, sample)).isTrue();
    assertThat(store.load(Samples.HUB).incidents()).containsExactlyInAnyOrderElementsOf(sample);
    assertThat(store.load(Samples.HUB).version()).isNotEmpty();
  }

  @Test
  void hubsAreApart() {
    Incidents store = incidents();
    assertThat(commit(store, sample)).isTrue();
    assertThat(store.load(Samples.OTHER).incidents()).isEmpty();
  }

  @Test
  void secondWriterOfOneStateLoses() {
    Incidents store = incidents();
    Book read = store.load(Samples.HUB);
    OutboxRow row = OutboxRow.of(Samples.notice(Samples.HUB, Samples.NOON), "teams");
    assertThat(store.commit(new Commit(read, sample.subList(0, 1), List.of(), List.of()))).isTrue();
    assertThat(store.commit(new Commit(read, sample, List.of(), List.of(row)))).isFalse();
    assertThat(store.load(Samples.HUB).incidents()).isEqualTo(sample.subList(0, 1));
    assertThat(outbox().due(Samples.NOON, 10)).as("all or nothing").isEmpty();
  }

  @Test
  void everyCommitMakesAnotherVersion() {
    Incidents store = incidents();
    assertThat(commit(store, sample)).isTrue();
    Book read = store.load(Samples.HUB);
    assertThat(store.commit(new Commit(read, sample, List.of(), List.of()))).isTrue();
    assertThat(store.commit(new Commit(read, sample, List.of(), List.of()))).isFalse();
  }

  @Test
  void rowsOfACommitAreInTheOutbox() {
    Incidents store = incidents();
    OutboxRow row = OutboxRow.of(Samples.notice(Samples.HUB, Samples.NOON), "teams");
    Book read = store.load(Samples.HUB);
    assertThat(store.commit(new Commit(read, sample, List.of(), List.of(row)))).isTrue();
    assertThat(outbox().due(Samples.NOON, 10)).containsExactly(row);
  }

  @Test
  void forgottenIncidentsAreNotLoaded() {
    Incidents store = incidents();
    assertThat(commit(store, sample)).isTrue();
    Book read = store.load(Samples.HUB);
    String gone = read.incidents().get(0).id();
    assertThat(store.commit(new Commit(read, List.of(), List.of(gone), List.of()))).isTrue();
    assertThat(store.load(Samples.HUB).incidents())
        .hasSize(sample.size() - 1)
        .noneMatch(i -> i.id().equals(gone));
  }

  private static boolean commit(Incidents store, List<Incident> incidents) {
    return store.commit(new Commit(store.load(Samples.HUB), incidents, List.of(), List.of()));
  }
}
