package io.hubtriage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.model.ConnectionEvent;
import io.hubtriage.model.ConnectionEvent.State;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.EventJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a journal of connection events must keep to. */
public abstract class EventJournalContract {
  private static final Instant NOON = Samples.NOON;
  private static final List<Device> HARD =
      List.of(
          new Device("a#b?c%d'*$", "mod:1"),
          Device.of("it's (1), =@;+_!.:-"),
          Device.of("A"),
          Device.of("a"),
          new Device("edge", "$edgeHub"));

  /** An empty journal. Asked for once per test. */
  protected abstract EventJournal journal();

  @Test
  void anEmptyJournalHasNothing() {
    assertThat(journal().read(Samples.HUB, minutes(-10, 10))).isEmpty();
  }

  @Test
  void eventsComeBackWhole() {
    EventJournal journal = journal();
    Set<ConnectionEvent> all = new HashSet<>();
    for (Device device : HARD) {
      for (int number = 1; number <= 2; number++) {
        State state = number == 1 ? State.CONNECTED : State.DISCONNECTED;
        ConnectionEvent event =
            event(Samples.HUB, device, state, NOON.plusNanos(438_399_700), number);
        all.add(event);
        journal.append(event, NOON.plusSeconds(2));
      }
    }
    assertThat(journal.read(Samples.HUB, minutes(0, 1))).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void anEventDeliveredAgainChangesNothing() {
    EventJournal journal = journal();
    ConnectionEvent event = event(Samples.HUB, HARD.get(0), State.CONNECTED, NOON, 1);
    journal.append(event, NOON);
    journal.append(event, NOON.plusSeconds(90));
    assertThat(journal.read(Samples.HUB, minutes(-5, 5))).containsExactly(event);
  }

  @Test
  void hubsAreApart() {
    EventJournal journal = journal();
    journal.append(event(Samples.HUB, HARD.get(0), State.CONNECTED, NOON, 1), NOON);
    assertThat(journal.read(Samples.OTHER, minutes(-5, 5))).isEmpty();
  }

  @Test
  void aWindowMeansWholeMinutes() {
    EventJournal journal = journal();
    ConnectionEvent event =
        event(Samples.HUB, HARD.get(0), State.CONNECTED, NOON.plusSeconds(30), 1);
    journal.append(event, NOON.plusSeconds(31));
    Window touching = new Window(NOON.plusSeconds(59), NOON.plusSeconds(60));
    assertThat(journal.read(Samples.HUB, touching)).containsExactly(event);
    assertThat(journal.read(Samples.HUB, minutes(-1, 0))).isEmpty();
    assertThat(journal.read(Samples.HUB, minutes(1, 2))).isEmpty();
  }

  @Test
  void lateEventsAreFoundWhereTheyCame() {
    EventJournal journal = journal();
    ConnectionEvent prompt = event(Samples.HUB, HARD.get(0), State.CONNECTED, NOON, 1);
    ConnectionEvent late = event(Samples.HUB, HARD.get(1), State.CONNECTED, NOON, 1);
    journal.append(prompt, NOON.plus(Duration.ofMinutes(4)).plusSeconds(59));
    journal.append(late, NOON.plus(Duration.ofMinutes(5)));
    journal.append(late, NOON.plus(Duration.ofHours(3)));
    assertThat(journal.read(Samples.HUB, minutes(1, 10))).containsExactly(late);
    assertThat(journal.read(Samples.HUB, minutes(179, 181))).containsExactly(late);
    assertThat(journal.read(Samples.HUB, minutes(0, 1))).containsExactlyInAnyOrder(prompt, late);
  }

  @Test
  void manyEventsOfOneMinuteAreAllThere() {
    EventJournal journal = journal();
    for (int i = 0; i < 1_100; i++) {
      journal.append(event(Samples.HUB, Device.of("d" + i), State.DISCONNECTED, NOON, i), NOON);
    }
    assertThat(journal.read(Samples.HUB, minutes(0, 1))).doesNotHaveDuplicates().hasSize(1_100);
  }

  private static Window minutes(int from, int to) {
    return new Window(NOON.plus(Duration.ofMinutes(from)), NOON.plus(Duration.ofMinutes(to)));
  }

  private static ConnectionEvent event(
      Hub hub, Device device, State state, Instant at, int number) {
    return new ConnectionEvent(hub, device, state, at, "%064X".formatted(number));
  }
}
