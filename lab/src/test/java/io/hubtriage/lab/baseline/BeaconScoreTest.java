package io.hubtriage.lab.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BeaconScoreTest {
  private static final long DAY = 86_400;

  @Test
  void aClockScoresOne() {
    assertThat(score(LongStream.range(0, 48).map(i -> i * 1800))).isCloseTo(1, within(0.03));
  }

  @Test
  void chaosScoresLow() {
    assertThat(score(LongStream.of(0, 40, 50, 9_000, 9_010, 30_000, 30_500, 80_000)))
        .isLessThan(0.5);
  }

  @ParameterizedTest
  @CsvSource({"3, 0", "4, 0.3"})
  void fourMomentsAreTheLeast(int moments, double least) {
    double score = score(LongStream.range(0, moments).map(i -> i * 20_000));
    assertThat(score).isGreaterThanOrEqualTo(least);
    assertThat(score == 0).isEqualTo(least == 0);
  }

  /** Worked by hand: quartiles 90, 110, 170; B = 1/2; median deviation 10 of 110. */
  @Test
  void gapsAreJudgedBySkewAndDeviation() {
    double[] gaps = {80, 100, 110, 120, 220};
    assertThat(BeaconScore.regularity(gaps)).isEqualTo(0.705);
  }

  private static double score(LongStream seconds) {
    return BeaconScore.of(seconds.toArray(), 0, DAY);
  }
}
