package io.hubtriage.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hubtriage.diagnose.SessionHistogram.Bin;
import io.hubtriage.model.Cohort;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SessionHistogramTest {
  private static final Cohort COHORT = new Cohort(".NET", "sas", "Mqtt");

  /** An hour of seven days. */
  private static final double HOURLY = 1 - 1.0 / 168;

  @ParameterizedTest
  @CsvSource({"1", "6", "83", "84", "100000"})
  void smallCountsFadeAsLargeOnesDo(int sessions) {
    SessionHistogram faded = after(168, sessions);
    assertThat(bin(faded).sessions()).isCloseTo(sessions / Math.E, within(0.02 * sessions));
    assertThat(bin(faded).renewing()).isCloseTo(sessions / Math.E, within(0.02 * sessions));
    assertThat(bin(faded).devices()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"1, 14, true", "1, 16, false", "6, 26, true", "6, 29, false"})
  void aSessionIsForgottenAtAnEighth(int sessions, int days, boolean known) {
    assertThat(after(24 * days, sessions).cohorts().isEmpty()).isEqualTo(!known);
  }

  private static SessionHistogram after(int hours, int sessions) {
    SessionHistogram histogram =
        new SessionHistogram(Map.of(COHORT, Map.of(65, new Bin(sessions, 2, sessions))));
    for (int i = 0; i < hours; i++) {
      histogram = histogram.faded(HOURLY);
    }
    return histogram;
  }

  private static Bin bin(SessionHistogram histogram) {
    return histogram.cohorts().getOrDefault(COHORT, Map.of()).getOrDefault(65, new Bin(0, 0, 0));
  }
}
