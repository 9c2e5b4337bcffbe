package io.hubtriage.azure.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpMethod;
import com.azure.data.tables.TableClient;
import com.azure.data.tables.models.TableEntity;
import com.azure.data.tables.models.TableEntityUpdateMode;
import io.hubtriage.contract.Samples;
import io.hubtriage.incident.Incident;
import io.hubtriage.incident.Incidents.Book;
import io.hubtriage.incident.Incidents.Commit;
import io.hubtriage.incident.IncidentsUnavailableException;
import io.hubtriage.incident.Looks;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.incident.Outcome;
import io.hubtriage.incident.Roster;
import io.hubtriage.model.Hub;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TableIncidentsTest {
  private static final Hub HUB = Looks.HUB;

  private final Faults faults = new Faults();
  private final TableClient table = Azurite.table();
  private final TableIncidents store = new TableIncidents(table);
  private final TableIncidents faulty = new TableIncidents(Azurite.same(table, faults));
  private final List<Incident> sample = Samples.incidents(HUB, Samples.NOON);

  @Test
  void longestIncidentOfDevicesComesBackWhole() {
    Incident longest = Storms.longest();
    assertThat(longest.roster().listed()).hasSize(2_000);
    assertThat(longest.roster().departed()).hasSize(2_000);
    assertThat(store.commit(commit(store.load(HUB), longest))).isTrue();
    assertThat(store.load(HUB).incidents()).containsExactly(longest);
    Incident shrunk = sample.get(0);
    Incident small = withId(longest.id(), shrunk);
    assertThat(store.commit(commit(store.load(HUB), small))).isTrue();
    assertThat(store.load(HUB).incidents()).containsExactly(small);
  }

  @Test
  void ofALongerOneOnlyThoseWhoLeftAreForgotten() {
    Incident longest = Storms.longerThanLong();
    Roster roster = longest.roster();
    assertThat(store.commit(commit(store.load(HUB), longest))).isTrue();
    Roster kept =
        new Roster(
            roster.listed(),
            roster.unlisted(),
            roster.unlistedOffline(),
            roster.peak(),
            new TreeMap<>());
    assertThat(store.load(HUB).incidents()).containsExactly(Storms.with(kept));
  }

  @Test
  void stormLargerThanATransactionIsWrittenWhole() {
    Outcome storm = Storms.sites(40);
    List<OutboxRow> rows = Storms.rows(storm, 3);
    assertThat(storm.changed()).hasSize(40);
    assertThat(rows).hasSize(120);
    Commit commit = new Commit(store.load(HUB), storm.changed(), List.of(), rows);
    assertThat(store.commit(commit)).isTrue();
    assertThat(store.load(HUB).incidents()).containsExactlyInAnyOrderElementsOf(storm.changed());
    assertThat(new TableOutbox(table).due(Storms.NOON, 1_000))
        .containsExactlyInAnyOrderElementsOf(rows);
    assertThat(store.commit(commit)).as("the same again").isFalse();
  }

  /** Request 1 puts the hub on the list; 2 and 3 are the first parts of the commit. */
  @ParameterizedTest
  @CsvSource({"POST, 3", "GET, 1"})
  void stormOvertakenHalfWaySaysSoAndLeavesWholeIncidents(String method, int number) {
    Outcome storm = Storms.sites(40);
    List<OutboxRow> rows = Storms.rows(storm, 3);
    Book read = store.load(HUB);
    faults.before(
        number,
        HttpMethod.valueOf(method),
        () -> assertThat(store.commit(commit(store.load(HUB), sample.get(0)))).isTrue());
    assertThatThrownBy(() -> faulty.commit(new Commit(read, storm.changed(), List.of(), rows)))
        .isInstanceOf(IncidentsUnavailableException.class)
        .hasMessageContaining("hub-one")
        .hasMessageContaining("somebody else wrote after part 1 of 3");
    List<String> written =
        store.load(HUB).incidents().stream()
            .filter(storm.changed()::contains)
            .map(Incident::id)
            .toList();
    assertThat(written).isNotEmpty().hasSizeLessThan(40);
    assertThat(new TableOutbox(table).due(Storms.NOON, 1_000))
        .as("notices of what was written, and of nothing else")
        .containsExactlyInAnyOrderElementsOf(
            rows.stream()
                .filter(row -> written.stream().anyMatch(id -> row.toString().contains(id)))
                .toList());
  }

  @Test
  void mergedIncidentsAreNeverTornApart() {
    List<Incident> apart =
        IntStream.range(0, 150).mapToObj(i -> withId("i" + i, sample.get(0))).toList();
    Incident whole = merging("i0", sample.get(0), "i149");
    List<Incident> changed = new ArrayList<>(apart.subList(1, 150));
    changed.add(whole);
    Book read = store.load(HUB);
    faults.before(
        3,
        HttpMethod.POST,
        () -> assertThat(store.commit(commit(store.load(HUB), sample.get(0)))).isTrue());
    assertThatThrownBy(() -> faulty.commit(new Commit(read, changed, List.of(), List.of())))
        .isInstanceOf(IncidentsUnavailableException.class);
    List<String> written = store.load(HUB).incidents().stream().map(Incident::id).toList();
    assertThat(written.contains("i0")).isEqualTo(written.contains("i149"));
  }

  @Test
  void forgottenIncidentsAreKeptAsHistoryAsTheyWereAtTheEnd() {
    String id = sample.get(0).id();
    assertThat(store.commit(new Commit(store.load(HUB), sample, List.of(), List.of()))).isTrue();
    Incident last = merging(id, sample.get(0), "other");
    assertThat(
            store.commit(
                new Commit(
                    store.load(HUB), List.of(last), List.of(id, sample.get(1).id()), List.of())))
        .isTrue();
    assertThat(store.load(HUB).incidents()).hasSize(sample.size() - 2);
    assertThat(history(id)).isEqualTo(last);
    assertThat(history(sample.get(1).id())).isEqualTo(sample.get(1));
  }

  @Test
  void incidentForgottenAtOnceIsHistoryOnly() {
    String id = sample.get(0).id();
    assertThat(
            store.commit(new Commit(store.load(HUB), sample.subList(0, 1), List.of(id), List.of())))
        .isTrue();
    assertThat(store.load(HUB).incidents()).isEmpty();
    assertThat(history(id)).isEqualTo(sample.get(0));
  }

  @Test
  void ofEightCommitsAtATimeOneWins() throws Exception {
    for (int round = 0; round < 5; round++) {
      Book read = store.load(HUB);
      String prefix = "r" + round + "-";
      long winners =
          Race.winners(i -> store.commit(commit(read, withId(prefix + i, sample.get(0)))));
      assertThat(winners).isEqualTo(1);
      assertThat(store.load(HUB).incidents()).hasSize(round + 1);
    }
  }

  @Test
  void commitWhoseAnswerWasLostIsRecognised() {
    assertThat(faulty.commit(commit(store.load(HUB), sample.get(0)))).isTrue();
    faults.loseAnswers(1);
    assertThat(faulty.commit(commit(store.load(HUB), sample.get(1)))).isTrue();
    assertThat(store.load(HUB).incidents()).containsExactlyInAnyOrder(sample.get(0), sample.get(1));
  }

  @Test
  void commitThatIsNeverAnsweredIsThereOnReload() {
    assertThat(faulty.commit(commit(store.load(HUB), sample.get(0)))).isTrue();
    Book read = store.load(HUB);
    faults.loseAnswers(100);
    assertThatThrownBy(() -> faulty.commit(commit(read, sample.get(1))))
        .isInstanceOf(IncidentsUnavailableException.class)
        .hasMessageMatching("writing 2 rows of partition hub-one, first incidents in table .*");
    faults.none();
    Book reloaded = faulty.load(HUB);
    assertThat(reloaded.version()).isNotEqualTo(read.version());
    assertThat(reloaded.incidents()).contains(sample.get(1));
  }

  @Test
  void bookIsReadAgainIfItIsWrittenMeanwhile() {
    assertThat(store.commit(commit(store.load(HUB), sample.get(0)))).isTrue();
    Commit other = commit(store.load(HUB), sample.get(1));
    faults.before(3, HttpMethod.GET, () -> assertThat(store.commit(other)).isTrue());
    Book read = faulty.load(HUB);
    assertThat(read.incidents()).hasSize(2);
    assertThat(store.commit(commit(read, sample.get(0)))).as("version and content agree").isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 403})
  void failureOfTheServiceIsThePortsException(int status) {
    Commit commit = commit(store.load(HUB), sample.get(0));
    faults.answer(status);
    assertThatThrownBy(() -> faulty.load(HUB))
        .isInstanceOf(IncidentsUnavailableException.class)
        .hasMessageContaining("reading rows incidents of partition hub-one")
        .hasMessageContaining("the service answered " + status);
    assertThatThrownBy(() -> faulty.commit(commit))
        .isInstanceOf(IncidentsUnavailableException.class)
        .hasMessageContaining("the service answered " + status);
    faults.none();
    assertThat(faulty.commit(commit)).isTrue();
  }

  @Test
  void timeoutIsThePortsException() {
    Commit commit = commit(store.load(HUB), sample.get(0));
    faults.timeOut();
    assertThatThrownBy(() -> faulty.load(HUB))
        .isInstanceOf(IncidentsUnavailableException.class)
        .hasMessageContaining("hub-one")
        .hasMessageContaining("HttpTimeoutException");
    assertThatThrownBy(() -> faulty.commit(commit))
        .isInstanceOf(IncidentsUnavailableException.class);
  }

  @Test
  void missingTableIsThePortsException() {
    TableIncidents nowhere = new TableIncidents(Azurite.tableNamed("nowhere"));
    assertThatThrownBy(() -> nowhere.load(HUB))
        .isInstanceOf(IncidentsUnavailableException.class)
        .hasMessageContaining("in table nowhere: the service answered 404");
    assertThatThrownBy(() -> nowhere.commit(commit(store.load(HUB), sample.get(0))))
        .isInstanceOf(IncidentsUnavailableException.class)
        .hasMessageContaining("in table nowhere");
  }

  @Test
  void documentOfANewerReleaseIsNamed() {
    assertThat(store.commit(commit(store.load(HUB), sample.get(0)))).isTrue();
    String key = Keys.join("incidents", sample.get(0).id());
    TableEntity row = table.getEntity("hub-one", key);
    table.updateEntity(row.addProperty("doc", "{\"v\":2}"), TableEntityUpdateMode.REPLACE);
    assertThatThrownBy(() -> store.load(HUB))
        .isInstanceOf(IncidentsUnavailableException.class)
        .hasMessageContaining("understanding row " + key + " of partition hub-one in table")
        .hasMessageContaining("version 2, this release reads up to 1");
  }

  private Incident history(String id) {
    TableEntity row = table.getEntity("hub-one", Keys.join("history", id));
    return StoredJson.read(Columns.get(row), IncidentJson::read);
  }

  private static Commit commit(Book read, Incident changed) {
    return new Commit(read, List.of(changed), List.of(), List.of());
  }

  private static Incident withId(String id, Incident i) {
    return copy(id, i, i.mergedIds());
  }

  private static Incident merging(String id, Incident i, String merged) {
    return copy(id, i, List.of(merged));
  }

  private static Incident copy(String id, Incident i, List<String> merged) {
    return new Incident(
        id,
        i.hub(),
        i.scope(),
        i.cause(),
        i.network(),
        i.roster(),
        i.span(),
        i.findings(),
        i.openedAt(),
        i.causeKnownAt(),
        i.resolvedAt(),
        merged,
        i.told());
  }
}
