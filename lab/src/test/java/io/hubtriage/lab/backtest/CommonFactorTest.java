package io.hubtriage.lab.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.incident.Facts;
import io.hubtriage.lab.simulate.Fault;
import io.hubtriage.lab.simulate.Scenario;
import io.hubtriage.lab.simulate.SimulatedFleet;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Evidence;
import io.hubtriage.model.Evidence.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forty devices of a hub with four hundred crash: through a release, or each for itself. */
final class CommonFactorTest {
  private static final int HOURS = 12;
  private static final double TENTH = 0.1;

  @Test
  void aBadReleaseIsNamedOnTheCards(@TempDir Path dir) {
    Fleet.Outcome outcome = replay(Fault.BAD_RELEASE, dir);
    List<Facts.OfIncident> many = facts(outcome).filter(f -> f.members() > 20).toList();
    assertThat(many).isNotEmpty();
    for (Facts.OfIncident facts : many) {
      Finding finding = facts.commonFactor().findings().get(0);
      assertThat(finding.key()).isEqualTo("common-version");
      assertThat(finding.values()).containsEntry("version", "2.5.0").containsEntry("inside", 1.0);
      assertThat((double) finding.values().getOrDefault("outside", 1.0)).isLessThan(0.1);
    }
    String shares = ".5.0: 100% of the affected devices, ";
    assertThat(outcome.notices().values()).anyMatch(card -> card.contains(shares));
    assertThat(outcome.incidents()).contains("SDK Java 2.5.0: 100% of the affected devices, ");
  }

  @Test
  void fortyAtRandomHaveNothingInCommon(@TempDir Path dir) {
    Fleet.Outcome outcome = replay(Fault.CRASH_LOOP, dir);
    assertThat(facts(outcome)).anyMatch(facts -> facts.members() > 5);
    assertThat(facts(outcome)).allMatch(facts -> facts.commonFactor().equals(Evidence.NONE));
  }

  private static Fleet.Outcome replay(Fault fault, Path dir) {
    SimulatedFleet fleet =
        SimulatedFleet.of(Scenario.calm(400, HOURS, 5).withShares(Map.of(fault, TENTH)));
    return Fleet.replay(fleet, fleet.rows(), dir);
  }

  /** What was told of crash loops, oldest first. */
  private static Stream<Facts.OfIncident> facts(Fleet.Outcome outcome) {
    return outcome.replay().store().rows().stream()
        .map(row -> row.notice().facts())
        .filter(Facts.OfIncident.class::isInstance)
        .map(Facts.OfIncident.class::cast)
        .filter(facts -> facts.cause() == Cause.CRASH_LOOP);
  }
}
