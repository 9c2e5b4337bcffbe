package io.hubtriage.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubtriage.incident.memory.MemoryStore;
import io.hubtriage.model.Assessment;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Impact;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IncidentDeskTest {
  private static final Instant NOON = Looks.at("12:00");
  private static final Router BOTH = (hub, cause, severity) -> List.of("teams", "mail", "teams");

  private final MemoryStore store = new MemoryStore();

  @Test
  void everyChannelOfTheRouteGetsOneRow() {
    new IncidentDesk(store, Lifecycle.DEFAULT, BOTH).work(look("a"), NOON);
    assertThat(store.rows()).extracting(OutboxRow::channel).containsExactly("mail", "teams");
  }

  @Test
  void lostRaceIsDecidedAgain() {
    Incidents racing = new Racing(1);
    new IncidentDesk(racing, Lifecycle.DEFAULT, BOTH).work(look("a"), NOON);
    assertThat(store.history()).as("one incident, not one per writer").hasSize(1);
    assertThat(store.history().get(0).roster().listed()).hasSize(2);
  }

  @Test
  void racesAreBounded() {
    IncidentDesk desk = new IncidentDesk(new Racing(99), Lifecycle.DEFAULT, BOTH);
    assertThatThrownBy(() -> desk.work(look("a"), NOON))
        .isInstanceOf(IncidentsUnavailableException.class)
        .hasMessageContaining("hub-one");
  }

  private static Assessment look(String device) {
    return Looks.look(
        NOON,
        List.of(),
        List.of(Looks.condition(device, Cause.CRASH_LOOP, Impact.OFFLINE, NOON)),
        List.of());
  }

  /** A store in which somebody else is faster so many times. */
  private final class Racing implements Incidents {
    private int left;

    Racing(int times) {
      this.left = times;
    }

    @Override
    public Book load(Hub hub) {
      return store.load(hub);
    }

    @Override
    public boolean commit(Commit commit) {
      if (left > 0) {
        new IncidentDesk(store, Lifecycle.DEFAULT, BOTH).work(look("rival" + left), NOON);
        left--;
      }
      return store.commit(commit);
    }
  }
}
