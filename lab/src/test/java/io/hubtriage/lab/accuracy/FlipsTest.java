package io.hubtriage.lab.accuracy;

import static io.hubtriage.lab.accuracy.Judged.truth;
import static io.hubtriage.lab.accuracy.Judged.verdict;
import static io.hubtriage.model.Cause.CONNECTION_LOST;
import static io.hubtriage.model.Cause.CRASH_LOOP;
import static io.hubtriage.model.Cause.SAS_TOKEN_RENEWAL;
import static io.hubtriage.model.Cause.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.lab.score.Verdict;
import io.hubtriage.model.Cause;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FlipsTest {
  @ParameterizedTest
  @CsvSource({
    "SAS_TOKEN_RENEWAL, SAS_TOKEN_RENEWAL, CONNECTION_LOST,   1, 1",
    "SAS_TOKEN_RENEWAL, SAS_TOKEN_RENEWAL, UNKNOWN,           1, 0",
    "SAS_TOKEN_RENEWAL, CONNECTION_LOST,   CONNECTION_LOST,   0, 0",
    "CRASH_LOOP,        CRASH_LOOP,        SAS_TOKEN_RENEWAL, 1, 0",
    "CRASH_LOOP,        CRASH_LOOP,        CONNECTION_LOST,   1, 1",
    "CRASH_LOOP,        UNKNOWN,           CRASH_LOOP,        1, 0"
  })
  void whatMisleadsIsNewActionableAndWrong(
      Cause truth, Cause before, Cause after, int changed, int misled) {
    assertThat(
            Flips.between(
                List.of(truth("a", 0, truth)), List.of(said(before)), List.of(said(after))))
        .isEqualTo(new Flips(1, changed, misled));
  }

  @Test
  void onlyRowsThatStayedAreCompared() {
    Flips flips =
        Flips.between(
            List.of(truth("a", 0, CRASH_LOOP), truth("b", 0, CRASH_LOOP)),
            List.of(said(CRASH_LOOP), verdict("b", 0, UNKNOWN, 1, UNKNOWN)),
            List.of(said(CONNECTION_LOST)));
    assertThat(flips).isEqualTo(new Flips(1, 1, 1));
    assertThat(Flips.sum(List.of(flips, flips))).isEqualTo(new Flips(2, 2, 2));
  }

  private static Verdict said(Cause cause) {
    return verdict("a", 0, cause, 5, SAS_TOKEN_RENEWAL);
  }
}
