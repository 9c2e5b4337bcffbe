package io.hubtriage.lab.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.incident.Incident;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.lab.score.Accuracy;
import io.hubtriage.lab.simulate.Fault;
import io.hubtriage.lab.simulate.Scenario;
import io.hubtriage.lab.simulate.SimulatedFleet;
import io.hubtriage.lab.simulate.WideIncident;
import io.hubtriage.lab.simulate.WideIncident.Kind;
import io.hubtriage.model.Cause;
import io.hubtriage.model.ConnectionRow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole replays of simulated fleets, whose causes are known. */
final class ReplayTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path dir;

  @Test
  void theOrderOfTheRowsAndDoubledRowsChangeNothing() {
    SimulatedFleet fleet = SimulatedFleet.of(Scenario.mixed(80, 10, 5));
    Fleet.Outcome plain = Fleet.replay(fleet, fleet.rows(), dir.resolve("plain"));
    List<ConnectionRow> mixed = new ArrayList<>(fleet.rows());
    mixed.addAll(fleet.rows().subList(0, fleet.rows().size() / 2));
    Collections.shuffle(mixed, new Random(11));
    Fleet.Outcome other = Fleet.replay(fleet, mixed, dir.resolve("mixed"));
    assertThat(plain.incidents()).isNotEmpty().isEqualTo(other.incidents());
    assertThat(plain.notices()).isNotEmpty().isEqualTo(other.notices());
  }

  @Test
  void aCalmFleetIsHeardOfOnceADay() {
    SimulatedFleet fleet = SimulatedFleet.of(Scenario.calm(50, 72, 3));
    Fleet.Outcome outcome = Fleet.replay(fleet, fleet.rows(), dir);
    assertThat(outcome.incidents()).isEmpty();
    assertThat(outcome.sent().messages())
        .allMatch(m -> m.notice().kind() == NoticeKind.DIGEST)
        .extracting(m -> m.channel() + " " + m.notice().id())
        .doesNotHaveDuplicates()
        .hasSize(2 * 3);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void aHubsOutageIsOneIncidentSoonAndOverInTheEnd(long seed) {
    SimulatedFleet fleet =
        SimulatedFleet.of(
            Scenario.calm(250, 14, seed)
                .withShares(Map.of(Fault.NETWORK_LOSS, 0.08))
                .withIncidents(Map.of(Kind.HUB, 1)));
    WideIncident outage = fleet.incidents().get(0);
    Fleet.Outcome outcome = Fleet.replay(fleet, fleet.rows(), dir);
    List<Incident> wide =
        outcome.replay().store().history().stream().filter(i -> i.cause().wide()).toList();
    assertThat(wide)
        .singleElement()
        .satisfies(i -> assertThat(i.cause()).isEqualTo(Cause.HUB_TRANSIENT));
    // A tenth of the devices hit is more than enough to see it by.
    Instant seen = ingestionOfShare(fleet, outage, 0.1);
    assertThat(wide.get(0).openedAt()).isBetween(outage.at(), seen.plus(Duration.ofMinutes(15)));
    assertThat(wide.get(0).resolvedAt()).isPresent();
  }

  private static Instant ingestionOfShare(SimulatedFleet fleet, WideIncident outage, double share) {
    List<Instant> ingested =
        fleet.rows().stream()
            .filter(r -> r.hub().equals(outage.hub()) && r.signal().isServerError())
            .filter(r -> !r.time().isBefore(outage.at()))
            .map(ConnectionRow::ingestedAt)
            .sorted()
            .toList();
    assertThat(ingested).isNotEmpty();
    return ingested.get((int) (share * ingested.size()));
  }

  @Test
  void aMixedFleetIsToldAsItIs() {
    SimulatedFleet fleet = SimulatedFleet.of(Scenario.mixed(300, 20, 17));
    Accuracy accuracy = Fleet.accuracy(fleet, Fleet.replay(fleet, fleet.rows(), dir));
    assertThat(accuracy.unmatched()).isZero();
    assertThat(accuracy.cause().causes().get(Cause.SAS_TOKEN_RENEWAL))
        .satisfies(s -> assertThat(s.f1()).isGreaterThanOrEqualTo(0.97));
    assertThat(accuracy.cause().causes().get(Cause.HUB_TRANSIENT))
        .satisfies(s -> assertThat(s.f1()).isGreaterThanOrEqualTo(0.95));
    assertThat(accuracy.cause().benignAlertedShare()).isLessThanOrEqualTo(0.02);
  }
}
