package io.hubtriage.lab.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.lab.simulate.WideIncident.Kind;
import io.hubtriage.model.Cause;
import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Device;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SimulationTest {
  @Test
  void sameSeedSameFleet() {
    Scenario scenario = Scenario.mixed(120, 26, 5);

    assertThat(SimulatedFleet.of(scenario)).isEqualTo(SimulatedFleet.of(scenario));
  }

  @Test
  void otherSeedOtherFleet() {
    assertThat(SimulatedFleet.of(Scenario.calm(20, 5, 1)).rows())
        .isNotEqualTo(SimulatedFleet.of(Scenario.calm(20, 5, 2)).rows());
  }

  @Test
  void calmFleetsOnlyRenewAndLoseNothing() {
    SimulatedFleet fleet = SimulatedFleet.of(Scenario.calm(300, 26, 3));

    assertThat(fleet.truth()).extracting(TruthLine::cause).containsOnly(Cause.SAS_TOKEN_RENEWAL);
    assertThat(fleet.incidents()).isEmpty();
    assertThat(fleet.rows()).doesNotHaveDuplicates();
  }

  @Test
  void onlyDevicesWithTokensOverMqttRenew() {
    SimulatedFleet fleet = SimulatedFleet.of(Scenario.calm(300, 26, 3));

    Set<Device> silent =
        fleet.devices().stream()
            .filter(d -> d.auth() == Auth.X509 || d.protocol().equals("Amqp"))
            .map(SimulatedDevice::device)
            .collect(Collectors.toSet());
    assertThat(silent).isNotEmpty();
    assertThat(fleet.truth()).extracting(TruthLine::device).doesNotContainAnyElementsOf(silent);
  }

  @Test
  void mixedFleetsHaveEveryCauseAndSignal() {
    SimulatedFleet fleet = SimulatedFleet.of(Scenario.mixed(600, 26, 11));

    assertThat(fleet.truth())
        .extracting(TruthLine::cause)
        .containsAll(EnumSet.complementOf(EnumSet.of(Cause.UNKNOWN)));
    assertThat(fleet.rows())
        .extracting(ConnectionRow::signal)
        .containsAll(EnumSet.complementOf(EnumSet.of(Signal.THROTTLED_OTHER, Signal.OTHER)));
    assertThat(fleet.incidents())
        .extracting(WideIncident::kind)
        .containsAll(EnumSet.allOf(Kind.class));
  }

  /** The documented periods; see {@link Sdk}. */
  @ParameterizedTest
  @CsvSource({
    "NODE, 45:00, 45:04",
    "C, 48:00, 48:04",
    "PYTHON, 58:00, 58:04",
    "JAVA, 65:00, 70:00",
    "DOTNET, 65:00, 70:00"
  })
  void sessionsLastAsLongAsTheSdkMakesThem(Sdk sdk, String least, String most) {
    SimulatedFleet fleet = SimulatedFleet.of(Scenario.calm(400, 12, 17));

    List<Duration> sessions = new ArrayList<>();
    fleet.devices().stream()
        .filter(d -> d.sdk() == sdk && d.dropsAtRenewal() && d.gateway().isEmpty())
        .filter(d -> d.life().equals(Duration.ofHours(1)))
        .forEach(d -> sessions.addAll(Rows.sessions(fleet, d)));

    assertThat(sessions).hasSizeGreaterThan(100);
    assertThat(sessions).allSatisfy(s -> assertThat(s).isBetween(minutes(least), minutes(most)));
  }

  @Test
  void hubsCloseWith401003Or404104AndTheDeviceIsBackWithinAMinute() {
    SimulatedFleet fleet = SimulatedFleet.of(Scenario.calm(100, 12, 17));
    SimulatedDevice java =
        fleet.devices().stream()
            .filter(d -> d.sdk() == Sdk.JAVA && d.dropsAtRenewal())
            .findFirst()
            .orElseThrow();

    List<ConnectionRow> rows = Rows.of(fleet, java);
    for (int i = 1; i < rows.size(); i++) {
      if (Rows.isConnect(rows.get(i))) {
        Duration away = Duration.between(rows.get(i - 1).time(), rows.get(i).time());
        assertThat(away).isLessThan(Duration.ofMinutes(1));
      } else {
        assertThat(rows.get(i).signal()).isIn(Signal.UNAUTHORIZED, Signal.CLOSED_REMOTELY);
      }
    }
    assertThat(rows).extracting(ConnectionRow::signal).contains(Signal.UNAUTHORIZED);
  }

  @Test
  void devicesOfAGatewayRenewTogether() {
    SimulatedFleet fleet = SimulatedFleet.of(Scenario.calm(600, 6, 2));
    Map<Integer, List<SimulatedDevice>> gateways =
        fleet.devices().stream()
            .filter(d -> d.gateway().isPresent() && d.life().equals(Duration.ofHours(1)))
            .collect(Collectors.groupingBy(d -> d.gateway().getAsInt()));

    assertThat(gateways).isNotEmpty();
    gateways
        .values()
        .forEach(
            members -> {
              List<Instant> first =
                  members.stream().map(d -> Rows.of(fleet, d).get(0).time()).sorted().toList();
              assertThat(Duration.between(first.get(0), first.get(first.size() - 1)))
                  .isLessThan(Duration.ofSeconds(25));
            });
  }

  @Test
  void keepAliveLoopsRunAtOneAndAHalfKeepAlives() {
    Scenario scenario = Scenario.calm(40, 24, 4).withShare(Fault.KEEP_ALIVE_LOOP, 0.2);
    SimulatedFleet fleet = SimulatedFleet.of(scenario);

    Map<Device, SimulatedDevice> devices =
        fleet.devices().stream().collect(Collectors.toMap(SimulatedDevice::device, d -> d));
    Map<Device, List<TruthLine>> loops =
        fleet.truth().stream()
            .filter(t -> t.cause() == Cause.KEEP_ALIVE_TIMEOUT)
            .collect(Collectors.groupingBy(TruthLine::device));
    assertThat(loops).hasSize(8);
    loops.forEach(
        (device, lines) -> {
          Duration limit = Objects.requireNonNull(devices.get(device)).silenceLimit();
          List<Duration> gaps = new ArrayList<>();
          for (int i = 1; i < lines.size(); i++) {
            gaps.add(Duration.between(lines.get(i - 1).time(), lines.get(i).time()));
          }
          gaps.sort(Comparator.naturalOrder());
          assertThat(gaps.get(gaps.size() / 2)).isBetween(limit, limit.plusSeconds(20));
        });
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aShareAboveZeroIsOneDeviceAtLeast(Fault fault) {
    Scenario scenario = Scenario.calm(60, 2, 9).withShares(Map.of(fault, 0.0001));

    assertThat(SimulatedFleet.of(scenario).devices())
        .filteredOn(d -> d.faults().equals(List.of(fault)))
        .hasSize(1);
  }

  @Test
  void aDeviceHasOnePersistentFaultAtMost() {
    SimulatedFleet fleet = SimulatedFleet.of(Scenario.mixed(2000, 1, 9));

    assertThat(fleet.devices())
        .allSatisfy(
            d ->
                assertThat(d.faults().stream().filter(Fault::persistent).count())
                    .isLessThanOrEqualTo(1));
  }

  @Test
  void theDemoHasOneOfEachFault() {
    SimulatedFleet fleet = SimulatedFleet.of(Scenario.demo(42));

    assertThat(fleet.devices()).hasSize(2000);
    for (Cause cause :
        List.of(Cause.CRASH_LOOP, Cause.DUPLICATE_IDENTITY, Cause.AUTHENTICATION_FAILURE)) {
      Set<Device> devices = new HashSet<>();
      fleet.truth().stream().filter(t -> t.cause() == cause).forEach(t -> devices.add(t.device()));
      assertThat(devices).as(cause.code()).hasSize(1);
    }
    assertThat(fleet.incidents()).extracting(WideIncident::kind).containsExactly(Kind.HUB);
  }

  private static Duration minutes(String clock) {
    String[] parts = clock.split(":", 2);
    return Duration.ofMinutes(Long.parseLong(parts[0])).plusSeconds(Long.parseLong(parts[1]));
  }

  @Test
  void operationsFitTheirSignals() {
    SimulatedFleet fleet = SimulatedFleet.of(Scenario.mixed(600, 26, 11));

    assertThat(fleet.rows())
        .filteredOn(r -> r.signal() == Signal.UPGRADE_REJECTED)
        .extracting(ConnectionRow::operation)
        .containsOnly(Operation.CONNECT);
    assertThat(fleet.rows())
        .filteredOn(r -> r.signal() == Signal.UNAUTHORIZED)
        .extracting(ConnectionRow::operation)
        .contains(Operation.CONNECT, Operation.DISCONNECT);
  }
}
