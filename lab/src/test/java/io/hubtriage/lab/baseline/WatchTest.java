package io.hubtriage.lab.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.lab.score.Verdict;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Device;
import io.hubtriage.model.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WatchTest {
  private final Log log = new Log();

  @Test
  void noVerdictIsEarlierThanTheRow() {
    log.drop(0, Signal.CLOSED_REMOTELY).drop(239, Signal.SERVER_ERROR);
    log.drop(240, Signal.SERVER_ERROR);
    assertThat(Watch.of(new CodeTable(), log.rows()).verdicts())
        .extracting(v -> v.firstAt().orElseThrow())
        .containsExactly(minute(5), minute(5), minute(10));
  }

  @Test
  void theFirstVerdictIsKeptAndTheLastOneCounts() {
    log.drop(238, Signal.CLOSED_REMOTELY).connect(245);
    Verdict verdict = Watch.of(new FixedThresholds(), log.rows()).verdicts().get(0);
    assertThat(verdict.label().firstCause()).isEqualTo(Cause.CONNECTION_LOST);
    assertThat(verdict.label().cause()).isEqualTo(Cause.SAS_TOKEN_RENEWAL);
    assertThat(verdict.firstAt()).contains(minute(5));
  }

  @Test
  void aDeviceIsToldOfAgainAfterFourHoursAndTogetherWithOthers() {
    log.device("a").drop(1, Signal.SERVER_ERROR).device("b").drop(2, Signal.SERVER_ERROR);
    for (int minute = 10; minute < 300; minute += 10) {
      log.device("a").drop(minute * 60, Signal.SERVER_ERROR);
    }
    assertThat(Watch.of(new CodeTable(), log.rows()).alerts())
        .extracting(a -> List.of(a.at(), a.devices().keySet()))
        .containsExactly(
            List.of(minute(5), java.util.Set.of(Device.of("a"), Device.of("b"))),
            List.of(minute(245), java.util.Set.of(Device.of("a"))));
  }

  @Test
  void harmlessAndUnknownCausesAreNotTold() {
    log.drop(0, Signal.NONE).drop(5, Signal.UPGRADE_CLOSED).drop(9, Signal.OTHER);
    Watch.Outcome outcome = Watch.of(new CodeTable(), log.rows());
    assertThat(outcome.alerts()).isEmpty();
    assertThat(outcome.verdicts()).hasSize(3);
  }

  @Test
  void doubledRowsCountOnce() {
    log.drop(0, Signal.SERVER_ERROR).drop(7, Signal.CLOSED_REMOTELY);
    List<io.hubtriage.model.ConnectionRow> twice = new ArrayList<>(log.rows());
    twice.addAll(log.rows());
    assertThat(Watch.of(new CodeTable(), twice)).isEqualTo(Watch.of(new CodeTable(), log.rows()));
  }

  private static java.time.Instant minute(int minutes) {
    return Log.NOON.plus(Duration.ofMinutes(minutes));
  }
}
