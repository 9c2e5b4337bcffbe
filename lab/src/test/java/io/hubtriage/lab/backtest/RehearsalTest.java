package io.hubtriage.lab.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubtriage.lab.log.MemoryConnectedDevices;
import io.hubtriage.lab.log.MemoryConnectionLog;
import io.hubtriage.lab.score.Alert;
import io.hubtriage.lab.simulate.Scenario;
import io.hubtriage.lab.simulate.SimulatedFleet;
import io.hubtriage.model.Cause;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RehearsalTest {
  @Test
  void saysWhatABacktestSaysAndAlertsOfTroubleOnly() {
    SimulatedFleet fleet = SimulatedFleet.of(Scenario.mixed(40, 10, 14));
    MemoryConnectionLog log = Fleet.log(fleet.rows());

    Rehearsal rehearsal = Rehearsal.of(log, Fleet.metric(fleet), List.of());

    assertThat(rehearsal.verdicts()).hasSameSizeAs(log.drops());
    assertThat(rehearsal.verdicts())
        .allSatisfy(
            v ->
                assertThat(v.firstAt().isEmpty())
                    .isEqualTo(v.label().firstCause() == Cause.UNKNOWN));
    assertThat(rehearsal.alerts()).isNotEmpty();
    assertThat(rehearsal.alerts()).extracting(Alert::cause).noneMatch(Cause::benign);
    assertThat(rehearsal.alerts()).allSatisfy(a -> assertThat(a.since()).isBeforeOrEqualTo(a.at()));
  }

  @Test
  void anEmptyLogIsRefused() {
    assertThatThrownBy(
            () ->
                Rehearsal.of(
                    MemoryConnectionLog.builder().build(), new MemoryConnectedDevices(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing to replay");
  }
}
