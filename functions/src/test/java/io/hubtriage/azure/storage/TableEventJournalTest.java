package io.hubtriage.azure.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.data.tables.TableServiceClient;
import com.azure.data.tables.models.TableItem;
import io.hubtriage.contract.Samples;
import io.hubtriage.model.ConnectionEvent;
import io.hubtriage.model.ConnectionEvent.State;
import io.hubtriage.model.Device;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.EventsUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TableEventJournalTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-03-11T00:00:00Z");
  private static final Window AROUND =
      new Window(MIDNIGHT.minusSeconds(600), MIDNIGHT.plusSeconds(600));

  private final Faults faults = new Faults();
  private final TableServiceClient tables = Azurite.tables();
  private final String prefix = Azurite.name("j");
  private final TableEventJournal journal = new TableEventJournal(tables, prefix);
  private final TableEventJournal faulty = new TableEventJournal(Azurite.tables(faults), prefix);

  @Test
  void windowOverMidnightIsReadFromBothDays() {
    ConnectionEvent before = event("d", MIDNIGHT.minusNanos(1));
    ConnectionEvent after = event("d", MIDNIGHT);
    journal.append(before, MIDNIGHT);
    journal.append(after, MIDNIGHT);
    assertThat(names()).containsExactly(prefix + "20260310", prefix + "20260311");
    assertThat(journal.read(Samples.HUB, AROUND)).containsExactlyInAnyOrder(before, after);
    Window untilMidnight = new Window(AROUND.start(), MIDNIGHT);
    assertThat(journal.read(Samples.HUB, untilMidnight)).containsExactly(before);
    Window fromMidnight = new Window(MIDNIGHT, AROUND.end());
    assertThat(journal.read(Samples.HUB, fromMidnight)).containsExactly(after);
  }

  /** The longest ids there are do not fit in a key once they are escaped. */
  @ParameterizedTest
  @CsvSource({"d, m", "D, M", "#, $", "é, é"})
  void idsOfAnyLengthComeBackAndStayApart(String device, String module) {
    Device one = new Device(device.repeat(128), module.repeat(128));
    Device two = new Device(device.repeat(128), module.repeat(127));
    ConnectionEvent ofOne = event(one, MIDNIGHT);
    ConnectionEvent ofTwo = event(two, MIDNIGHT);
    for (ConnectionEvent event : List.of(ofOne, ofTwo, ofOne)) {
      journal.append(event, MIDNIGHT);
    }
    assertThat(journal.read(Samples.HUB, AROUND)).containsExactlyInAnyOrder(ofOne, ofTwo);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-13T23:59:59.999999999Z, false",
    "2026-03-14T00:00:00Z, true",
  })
  void dayIsDroppedTwoDaysAfterItsEnd(Instant now, boolean dropped) {
    ConnectionEvent last = event("d", MIDNIGHT.plus(Duration.ofDays(1)).minusNanos(1));
    journal.append(last, last.eventTime());
    List<String> gone = dropped ? List.of(prefix + "20260311") : List.of();
    assertThat(journal.dropOldTables(now)).isEqualTo(gone);
    assertThat(names()).hasSize(dropped ? 0 : 1);
    assertThat(journal.dropOldTables(now)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"x", "x20200101", "20200132", "202001011", "2020010", "20200101x"})
  void tableOfAnotherNameIsNotDropped(String rest) {
    tables.createTable(prefix + rest);
    assertThat(journal.dropOldTables(MIDNIGHT)).isEmpty();
    assertThat(names()).containsExactly(prefix + rest);
  }

  @Test
  void droppedDayIsMadeAgain() {
    ConnectionEvent event = event("d", MIDNIGHT);
    journal.append(event, MIDNIGHT);
    tables.deleteTable(prefix + "20260311");
    assertThat(journal.read(Samples.HUB, AROUND)).isEmpty();
    journal.append(event, MIDNIGHT);
    assertThat(journal.read(Samples.HUB, AROUND)).containsExactly(event);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-08T23:59:59Z, false",
    "2026-03-09T00:00:00Z, true",
    "2026-03-12T23:59:59Z, true",
    "2026-03-13T00:00:00Z, false",
    "+12026-03-11T00:00:00Z, false",
  })
  void daysNobodyReadsAreNotMade(Instant eventTime, boolean filed) {
    journal.append(event("d", eventTime), MIDNIGHT);
    Window itsMinute = new Window(eventTime, eventTime.plusNanos(1));
    assertThat(names().stream().anyMatch(n -> !n.equals(prefix + "20260311"))).isEqualTo(filed);
    if (filed) {
      assertThat(journal.read(Samples.HUB, itsMinute)).hasSize(1);
    }
  }

  @Test
  void eightThatFileTheFirstEventOfADayAllSucceed() throws Exception {
    ConnectionEvent event = event("d", MIDNIGHT);
    long done =
        Race.winners(
            i -> {
              journal.append(event, MIDNIGHT);
              return true;
            });
    assertThat(done).isEqualTo(Race.RUNNERS);
    assertThat(journal.read(Samples.HUB, AROUND)).containsExactly(event);
  }

  @Test
  void eventWhoseAnswerWasLostIsThereOnce() {
    ConnectionEvent event = event("d", MIDNIGHT);
    journal.append(event("e", MIDNIGHT), MIDNIGHT);
    faults.loseAnswers(2);
    faulty.append(event, MIDNIGHT);
    assertThat(journal.read(Samples.HUB, AROUND)).hasSize(2).contains(event);
  }

  @Test
  void failureOfTheServiceIsThePortsException() {
    faults.answer(503);
    assertThatThrownBy(() -> faulty.append(event("d", MIDNIGHT), MIDNIGHT))
        .isInstanceOf(EventsUnavailableException.class)
        .hasMessageStartingWith("writing row id:d::0")
        .hasMessageEndingWith("in table %s20260311: the service answered 503".formatted(prefix));
    assertThatThrownBy(() -> faulty.read(Samples.HUB, AROUND))
        .isInstanceOf(EventsUnavailableException.class)
        .hasMessageContaining("20260310: the service answered 503");
    assertThatThrownBy(() -> faulty.dropOldTables(MIDNIGHT))
        .isInstanceOf(EventsUnavailableException.class)
        .hasMessage("listing the tables %s...: the service answered 503".formatted(prefix));
  }

  private List<String> names() {
    return tables.listTables().stream()
        .map(TableItem::getName)
        .filter(name -> name.startsWith(prefix))
        .sorted()
        .toList();
  }

  private static ConnectionEvent event(String device, Instant at) {
    return event(Device.of(device), at);
  }

  private static ConnectionEvent event(Device device, Instant at) {
    return new ConnectionEvent(
        Samples.HUB, device, State.DISCONNECTED, at, "%064X".formatted(at.getEpochSecond()));
  }
}
