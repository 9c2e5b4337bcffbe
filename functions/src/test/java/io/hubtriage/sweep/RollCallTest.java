package io.hubtriage.sweep;

import static io.hubtriage.sweep.EventStory.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hubtriage.model.ConnectionEvent;
import io.hubtriage.model.ConnectionEvent.State;
import io.hubtriage.model.Device;
import io.hubtriage.sweep.HubEvents.Absence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RollCallTest {
  static Stream<Arguments> histories() {
    return Stream.of(
        argumentSet("nothing", "", "", 0, 0, 0),
        argumentSet("went", "D10:00:00", "10:00:00", 1, 0, 0),
        argumentSet("back in 90 s", "D10:00:00 C10:01:30", "", 0, 1, 0),
        argumentSet("back in 91 s", "D10:00:00 C10:01:31", "", 1, 1, 0),
        argumentSet("flap", "C10:00:00 C10:01:00", "", 0, 0, 1),
        argumentSet("first connect", "C10:00:00", "", 0, 0, 0),
        argumentSet("away, a flap in it", "D10:00:00 D10:04:00", "10:00:00", 1, 0, 0),
        argumentSet("back and gone", "D10:00:00 C10:01:00 D10:05:00", "10:05:00", 1, 1, 0));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void tellsWhoIsAway(String history, String since, int gone, int returns, int flaps) {
    RollCall roll = RollCall.of(events(history), Map.of());
    assertThat(roll.away().values())
        .extracting(Absence::since)
        .isEqualTo(since.isEmpty() ? List.of() : List.of(at(since)));
    assertThat(roll.gone()).hasSize(gone);
    assertThat(roll.returns()).hasSize(returns);
    assertThat(roll.flaps()).isEqualTo(flaps);
  }

  @Property
  void orderAndDoublingChangeNothing(
      @ForAll("anyEvents") List<ConnectionEvent> events, @ForAll Random random) {
    List<ConnectionEvent> shuffled = new ArrayList<>(events);
    events.stream().filter(e -> random.nextBoolean()).forEach(shuffled::add);
    Collections.shuffle(shuffled, random);
    RollCall one = RollCall.of(events, Map.of());
    RollCall other = RollCall.of(shuffled, Map.of());
    assertThat(other.away()).isEqualTo(one.away());
    assertThat(other.gone()).isEqualTo(one.gone());
    assertThat(other.returns()).isEqualTo(one.returns());
    assertThat(other.flaps()).isEqualTo(one.flaps());
  }

  /** What is remembered stands for all that was read before it, and old events change nothing. */
  @Property
  void rememberingIsAsGoodAsReadingAll(
      @ForAll("anyEvents") List<ConnectionEvent> events, @ForAll Random random) {
    List<ConnectionEvent> sorted = new ArrayList<>(events);
    sorted.sort(ConnectionEvent.AS_HAPPENED);
    int middle = random.nextInt(sorted.size() + 1);
    RollCall first = RollCall.of(sorted.subList(0, middle), Map.of());
    List<ConnectionEvent> rest = new ArrayList<>(sorted.subList(middle, sorted.size()));
    Map<Device, Absence> whole = RollCall.of(sorted, Map.of()).away();
    assertThat(RollCall.of(rest, first.away()).away()).isEqualTo(whole);
    rest.addAll(sorted.subList(0, middle));
    assertThat(RollCall.of(rest, first.away()).away()).isEqualTo(whole);
  }

  @Provide
  Arbitrary<List<ConnectionEvent>> anyEvents() {
    return Combinators.combine(
            Arbitraries.of("a", "b", "b/m"),
            Arbitraries.of(State.class),
            Arbitraries.integers().between(0, 59))
        .as(
            (device, state, minute) ->
                EventStory.event(device, state, "10:%02d:00".formatted(minute)))
        .list()
        .ofMaxSize(30)
        .map(RollCallTest::oneStatePerNumber);
  }

  /** A sequence number is of one event only. */
  private static List<ConnectionEvent> oneStatePerNumber(List<ConnectionEvent> events) {
    List<ConnectionEvent> some = new ArrayList<>();
    for (ConnectionEvent event : events) {
      boolean taken =
          some.stream()
              .anyMatch(
                  e ->
                      e.device().equals(event.device())
                          && e.sequenceNumber().equals(event.sequenceNumber()));
      if (!taken) {
        some.add(event);
      }
    }
    return some;
  }

  private static List<ConnectionEvent> events(String history) {
    return Stream.of(history.split(" "))
        .filter(word -> !word.isEmpty())
        .map(
            word ->
                EventStory.event(
                    "pump-7",
                    word.charAt(0) == 'C' ? State.CONNECTED : State.DISCONNECTED,
                    word.substring(1)))
        .toList();
  }
}
