package io.hubtriage.lab.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JitterTest {
  private static final Scenario PUNCTUAL = Scenario.calm(200, 12, 17);

  @Test
  void tokenEndsAreLateByUpToTheJitter() {
    List<Duration> sessions = nodeSessions(PUNCTUAL.withJitter(Duration.ofMinutes(3)));
    assertThat(sessions).hasSizeGreaterThan(50);
    assertThat(sessions)
        .allSatisfy(
            s -> assertThat(s).isBetween(Duration.ofMinutes(45), Duration.ofSeconds(48 * 60 + 4)));
    assertThat(sessions).anySatisfy(s -> assertThat(s).isGreaterThan(Duration.ofMinutes(47)));
    assertThat(sessions).anySatisfy(s -> assertThat(s).isLessThan(Duration.ofMinutes(46)));
  }

  @Test
  void noJitterChangesNothing() {
    assertThat(SimulatedFleet.of(PUNCTUAL.withJitter(Duration.ZERO)))
        .isEqualTo(SimulatedFleet.of(PUNCTUAL));
  }

  @Test
  void nothingIsEarlierThanItsTime() {
    assertThatThrownBy(() -> PUNCTUAL.withJitter(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("jitter must not be negative, not PT-1S");
  }

  private static List<Duration> nodeSessions(Scenario scenario) {
    SimulatedFleet fleet = SimulatedFleet.of(scenario);
    List<Duration> sessions = new ArrayList<>();
    fleet.devices().stream()
        .filter(d -> d.sdk() == Sdk.NODE && d.dropsAtRenewal() && d.gateway().isEmpty())
        .filter(d -> d.life().equals(Duration.ofHours(1)))
        .forEach(d -> sessions.addAll(Rows.sessions(fleet, d)));
    return sessions;
  }
}
