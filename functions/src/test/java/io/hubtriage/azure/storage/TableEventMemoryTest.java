package io.hubtriage.azure.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpMethod;
import com.azure.data.tables.TableClient;
import com.azure.data.tables.models.TableEntity;
import io.hubtriage.contract.Samples;
import io.hubtriage.diagnose.Baseline;
import io.hubtriage.model.Device;
import io.hubtriage.sweep.EventMemory.Stored;
import io.hubtriage.sweep.EventsUnavailableException;
import io.hubtriage.sweep.HubEvents;
import io.hubtriage.sweep.HubEvents.Crowd;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class TableEventMemoryTest {
  private static final Instant NOON = Samples.NOON;

  private final Faults faults = new Faults();
  private final TableClient table = Azurite.table();
  private final TableEventMemory store = new TableEventMemory(table);
  private final TableEventMemory faulty = new TableEventMemory(Azurite.same(table, faults));

  @Test
  void ofEightSavesAtATimeOneWins() throws Exception {
    for (int round = 0; round < 5; round++) {
      Stored read = store.load(Samples.HUB);
      assertThat(Race.winners(i -> store.save(read, small(i)))).isEqualTo(1);
    }
    assertThat(table.listEntities().stream()).hasSize(1);
  }

  /** 22 crowds whose members' names are long and do not compress: more than there ever are. */
  @Test
  void moreThanARowTakesComesBackAndLeavesNothingThatCounts() {
    HubEvents large = large(22);
    assertThat(store.save(store.load(Samples.HUB), large)).isTrue();
    assertThat(table.listEntities().stream()).hasSizeGreaterThan(1);
    assertThat(store.load(Samples.HUB).events()).contains(large);
    assertThat(store.save(store.load(Samples.HUB), small(1))).isTrue();
    assertThat(store.load(Samples.HUB).events()).contains(small(1));
    assertThat(store.save(store.load(Samples.HUB), large)).isTrue();
    assertThat(store.load(Samples.HUB).events()).contains(large);
  }

  @Test
  void rowsOfSeveralSavesAreReadAgain() {
    HubEvents large = large(6);
    assertThat(store.save(store.load(Samples.HUB), large)).isTrue();
    TableEntity second = part("part:01");
    Object stamp = second.getProperty(Transaction.STAMP);
    table.updateEntity(second.addProperty(Transaction.STAMP, "another"));
    assertThatThrownBy(() -> store.load(Samples.HUB))
        .isInstanceOf(EventsUnavailableException.class)
        .hasMessageContaining("it was written during each of 4 reads");
    faults.before(
        2,
        HttpMethod.GET,
        () -> table.updateEntity(part("part:01").addProperty(Transaction.STAMP, stamp)));
    assertThat(faulty.load(Samples.HUB).events()).contains(large);
  }

  @Test
  void saveWhoseAnswerWasLostIsRecognised() {
    assertThat(store.save(store.load(Samples.HUB), small(1))).isTrue();
    faults.loseAnswers(2);
    assertThat(faulty.save(store.load(Samples.HUB), small(2))).isTrue();
    assertThat(store.load(Samples.HUB).events()).contains(small(2));
  }

  @Test
  void failureOfTheServiceIsThePortsException() {
    faults.answer(503);
    assertThatThrownBy(() -> faulty.load(Samples.HUB))
        .isInstanceOf(EventsUnavailableException.class)
        .hasMessageContaining("reading rows part: of partition :events:")
        .hasMessageContaining("the service answered 503");
    Stored read = store.load(Samples.HUB);
    assertThatThrownBy(() -> faulty.save(read, small(1)))
        .isInstanceOf(EventsUnavailableException.class);
  }

  @Test
  void damageIsNamed() {
    assertThat(store.save(store.load(Samples.HUB), small(1))).isTrue();
    table.updateEntity(part("part:00").addProperty("doc", "{"));
    assertThatThrownBy(() -> store.load(Samples.HUB))
        .isInstanceOf(EventsUnavailableException.class)
        .hasMessageStartingWith("understanding the rows of partition :events:")
        .hasMessageContaining("the document is not JSON");
  }

  private TableEntity part(String key) {
    return table.listEntities().stream()
        .filter(row -> row.getRowKey().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static HubEvents small(int beyond) {
    return new HubEvents(
        Optional.of(NOON), Map.of(), beyond, List.of(), Baseline.EMPTY, Baseline.EMPTY);
  }

  private static HubEvents large(int crowds) {
    Random random = new Random(crowds);
    Map<Device, Instant> members = new TreeMap<>();
    for (int i = 0; i < 1_000; i++) {
      StringBuilder name = new StringBuilder();
      random.ints(128, '0', 'z' + 1).forEach(c -> name.append((char) c));
      members.put(Device.of(name.toString()), NOON.plusNanos(random.nextInt()));
    }
    Crowd crowd = new Crowd(NOON, NOON, members, 1_000);
    return new HubEvents(
        Optional.of(NOON),
        Map.of(),
        0,
        Collections.nCopies(crowds, crowd),
        Baseline.EMPTY,
        Baseline.EMPTY);
  }
}
