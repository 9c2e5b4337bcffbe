package io.hubtriage.lab.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every fleet. */
class SimulationPropertyTest {
  @Property(tries = 25)
  void truthIsOneLinePerDistinctDisconnectOrErrorRow(@ForAll("scenarios") Scenario scenario) {
    SimulatedFleet fleet = SimulatedFleet.of(scenario);

    Set<RowKey> ended = new HashSet<>();
    fleet.rows().stream().filter(r -> !Rows.isConnect(r)).forEach(r -> ended.add(RowKey.of(r)));
    List<RowKey> told = fleet.truth().stream().map(RowKey::of).toList();
    assertThat(told).doesNotHaveDuplicates();
    assertThat(new HashSet<>(told)).isEqualTo(ended);
  }

  @Property(tries = 25)
  void everythingComesInOrderAndInside(@ForAll("scenarios") Scenario scenario) {
    SimulatedFleet fleet = SimulatedFleet.of(scenario);

    Instant end = scenario.start().plus(scenario.hours(), ChronoUnit.HOURS);
    Duration latest = Duration.ofMinutes(2 * 20 + 4).plus(scenario.stall().multipliedBy(2));
    assertThat(fleet.rows()).extracting(ConnectionRow::ingestedAt).isSorted();
    assertThat(fleet.truth()).extracting(TruthLine::time).isSorted();
    assertThat(fleet.events()).extracting(StateEvent::receivedAt).isSorted();
    for (ConnectionRow row : fleet.rows()) {
      assertThat(row.time()).isBetween(scenario.start(), end);
      assertThat(Duration.between(row.time(), row.ingestedAt()))
          .isBetween(Duration.ofSeconds(30), latest);
    }
  }

  @Property(tries = 25)
  void eventsOfADeviceHaveRisingNumbers(@ForAll("scenarios") Scenario scenario) {
    SimulatedFleet fleet = SimulatedFleet.of(scenario);

    Map<Integer, Map<String, StateEvent>> perDevice = new HashMap<>();
    for (StateEvent event : fleet.events()) {
      assertThat(event.receivedAt()).isAfter(event.at());
      assertThat(event.sequence()).matches("[0-9A-F]{64}");
      StateEvent before =
          perDevice
              .computeIfAbsent(event.device().number(), n -> new HashMap<>())
              .putIfAbsent(event.id(), event);
      if (before != null) { // delivered again
        assertThat(event.sequence()).isEqualTo(before.sequence());
      }
    }
    for (Map<String, StateEvent> events : perDevice.values()) {
      List<StateEvent> byNumber = new ArrayList<>(events.values());
      byNumber.sort((a, b) -> a.sequence().compareTo(b.sequence()));
      assertThat(byNumber).extracting(StateEvent::at).isSorted();
      assertThat(byNumber).extracting(StateEvent::sequence).doesNotHaveDuplicates();
    }
  }

  @Property(tries = 25)
  void countsStayWithinTheFleet(@ForAll("scenarios") Scenario scenario) {
    SimulatedFleet fleet = SimulatedFleet.of(scenario);

    fleet
        .counts()
        .forEach(
            (hub, samples) -> {
              double devices =
                  fleet.devices().stream()
                      .filter(d -> d.hub().equals(hub) && d.device().moduleId().isEmpty())
                      .mapToInt(d -> 1)
                      .sum();
              assertThat(samples)
                  .allSatisfy(
                      s -> {
                        assertThat(s.minimum()).isBetween(0.0, s.maximum());
                        assertThat(s.average()).isBetween(s.minimum(), s.maximum());
                        assertThat(s.maximum()).isLessThanOrEqualTo(devices);
                      });
            });
  }

  @Property(tries = 25)
  void idsAreUniqueAndOfTheAllowedAlphabet(@ForAll("scenarios") Scenario scenario) {
    List<SimulatedDevice> devices = SimulatedFleet.of(scenario).devices();

    assertThat(devices).extracting(d -> d.device().deviceId()).doesNotHaveDuplicates();
    assertThat(devices)
        .allSatisfy(
            d ->
                assertThat(d.device().deviceId())
                    .matches("[A-Za-z0-9\\-:.+%_#*?!(),=@;$']{1,128}"));
  }

  @Provide
  Arbitrary<Scenario> scenarios() {
    return Combinators.combine(
            Arbitraries.longs(),
            Arbitraries.integers().between(1, 60),
            Arbitraries.integers().between(1, 30),
            Arbitraries.doubles().between(0, 0.5),
            Arbitraries.integers().between(1, 12),
            Arbitraries.integers().between(1, 3))
        .as(
            (seed, devices, hours, loss, delay, hubs) ->
                Scenario.mixed(devices, hours, seed)
                    .withLossShare(loss)
                    .withDoubledShare(loss / 10)
                    .withDelayMedian(Duration.ofMinutes(delay))
                    .withHubs(hubs));
  }

  private record RowKey(Instant time, Hub hub, Device device, String code) {
    static RowKey of(ConnectionRow row) {
      return new RowKey(row.time(), row.hub(), row.device(), row.codeOrName());
    }

    static RowKey of(TruthLine line) {
      return new RowKey(
          line.time().truncatedTo(ChronoUnit.MILLIS), line.hub(), line.device(), line.code());
    }
  }
}
