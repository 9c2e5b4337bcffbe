package io.hubtriage.azure.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpMethod;
import com.azure.data.tables.TableClient;
import io.hubtriage.contract.Samples;
import io.hubtriage.incident.Budget;
import io.hubtriage.incident.Budgets;
import io.hubtriage.incident.IncidentsUnavailableException;
import io.hubtriage.model.Hub;
import io.hubtriage.sweep.HubMemory;
import io.hubtriage.sweep.Memory;
import io.hubtriage.sweep.SweepMemory.Stored;
import io.hubtriage.sweep.SweepMemoryUnavailableException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TableSweepMemoryTest {
  private static final Instant NOON = Samples.NOON;

  private final Faults faults = new Faults();
  private final TableClient table = Azurite.table();
  private final TableSweepMemory store = new TableSweepMemory(table);
  private final TableSweepMemory faulty = new TableSweepMemory(Azurite.same(table, faults));

  @Test
  void ofEightSavesAtATimeOneWinsAndNothingIsLeftBehind() throws Exception {
    for (int round = 0; round < 5; round++) {
      Stored read = store.load();
      assertThat(Race.winners(i -> store.save(read, memory(i)))).isEqualTo(1);
    }
    assertThat(store.save(store.load(), memory(9))).isTrue();
    assertThat(store.load().memory()).contains(memory(9));
    assertThat(table.listEntities().stream()).as("the head and two hubs").hasSize(3);
  }

  @Test
  void saveThatDiesBeforeTheEndChangesNothingAndIsCleanedUp() {
    assertThat(store.save(store.load(), memory(1))).isTrue();
    Stored read = store.load();
    faults.meet(
        (request, send) -> {
          if (request.getHttpMethod() == HttpMethod.POST) {
            send.get().close();
            faults.answer(503);
            throw new IllegalStateException("the process ends");
          }
          return send.get();
        });
    assertThatThrownBy(() -> faulty.save(read, memory(2)))
        .isInstanceOf(SweepMemoryUnavailableException.class)
        .hasMessageContaining("writing 2 rows of partition :memory");
    assertThat(store.load()).isEqualTo(read);
    assertThat(table.listEntities().stream()).hasSize(5);
    assertThat(store.save(read, memory(3))).isTrue();
    assertThat(table.listEntities().stream()).hasSize(3);
  }

  @Test
  void readerSeesOldOrNewNeverHalf() {
    assertThat(store.save(store.load(), memory(1))).isTrue();
    Stored read = store.load();
    faults.before(2, HttpMethod.GET, () -> assertThat(store.save(read, memory(2))).isTrue());
    assertThat(faulty.load().memory()).contains(memory(2));
  }

  @Test
  void saveWhoseAnswerWasLostIsRecognised() {
    assertThat(store.save(store.load(), memory(1))).isTrue();
    faults.loseAnswers(2);
    assertThat(faulty.save(store.load(), memory(2))).isTrue();
    assertThat(store.load().memory()).contains(memory(2));
  }

  @Test
  void failureOfTheServiceIsThePortsException() {
    faults.answer(503);
    assertThatThrownBy(faulty::load)
        .isInstanceOf(SweepMemoryUnavailableException.class)
        .hasMessageContaining("reading rows memory of partition :memory")
        .hasMessageContaining("the service answered 503");
    Stored read = store.load();
    assertThatThrownBy(() -> faulty.save(read, memory(1)))
        .isInstanceOf(SweepMemoryUnavailableException.class);
  }

  @Test
  void ofEightTakersOfATokenOneWins() throws Exception {
    TableBudgets budgets = new TableBudgets(table);
    for (int round = 0; round < 5; round++) {
      Budgets.Stored read = budgets.load("teams");
      Budget after = read.budget().orElse(Budget.TEAMS).take(NOON).orElse(Budget.TEAMS);
      assertThat(Race.winners(i -> budgets.save(read, after))).isEqualTo(1);
    }
  }

  @Test
  void failureWithBudgetsIsThePortsException() {
    TableBudgets budgets = new TableBudgets(Azurite.same(table, faults));
    faults.timeOut();
    assertThatThrownBy(() -> budgets.load("teams"))
        .isInstanceOf(IncidentsUnavailableException.class)
        .hasMessageContaining("channel:teams");
  }

  private static Memory memory(int seed) {
    return new Memory(
        NOON.plusSeconds(seed),
        NOON,
        NOON,
        Map.of(Samples.HUB, HubMemory.EMPTY, new Hub("h" + seed), HubMemory.EMPTY));
  }
}
