package io.hubtriage.lab.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.model.ConnectionRow;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IngestionTest {
  private static final Scenario CALM = Scenario.calm(200, 48, 6);

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.2})
  void losesTheShareAskedFor(double share) {
    int all = SimulatedFleet.of(CALM).rows().size();
    int left = SimulatedFleet.of(CALM.withLossShare(share)).rows().size();

    assertThat(1 - left / (double) all).isBetween(share * 0.75, share * 1.25);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8})
  void delaysByTheMedianAskedFor(int minutes) {
    SimulatedFleet fleet = SimulatedFleet.of(CALM.withDelayMedian(Duration.ofMinutes(minutes)));

    List<Duration> delays =
        fleet.rows().stream()
            .map(r -> Duration.between(r.time(), r.ingestedAt()))
            .sorted()
            .toList();
    Duration asked = Duration.ofMinutes(minutes);
    assertThat(delays.get(delays.size() / 2))
        .isBetween(asked.multipliedBy(9).dividedBy(10), asked.multipliedBy(11).dividedBy(10));
    assertThat(delays.get(delays.size() - 1))
        .isBetween(asked, Duration.ofMinutes(20).plusMillis(1));
  }

  @Test
  void doublesTheShareAskedFor() {
    SimulatedFleet fleet = SimulatedFleet.of(CALM.withDoubledShare(0.1));

    HashSet<ConnectionRow> distinct = new HashSet<>();
    fleet.rows().forEach(r -> distinct.add(at(r)));
    assertThat(fleet.rows().size() / (double) distinct.size()).isBetween(1.08, 1.12);
  }

  @Test
  void standsStillOnce() {
    SimulatedFleet fleet = SimulatedFleet.of(CALM.withStall(Duration.ofMinutes(40)));

    Duration longest = Duration.ZERO;
    List<ConnectionRow> rows = fleet.rows();
    for (int i = 1; i < rows.size(); i++) {
      Duration gap = Duration.between(rows.get(i - 1).ingestedAt(), rows.get(i).ingestedAt());
      longest = gap.compareTo(longest) > 0 ? gap : longest;
    }
    assertThat(longest).isBetween(Duration.ofMinutes(39), Duration.ofMinutes(45));
  }

  /** The row apart from when it came. */
  private static ConnectionRow at(ConnectionRow row) {
    return new ConnectionRow(
        row.hub(),
        row.device(),
        row.time(),
        row.operation(),
        row.code(),
        row.description(),
        row.client(),
        row.network(),
        row.time());
  }
}
