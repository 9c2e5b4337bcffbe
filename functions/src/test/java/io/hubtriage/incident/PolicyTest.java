package io.hubtriage.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0", "239, 0", "240, 1", "479, 1", "480, 2", "1439, 2", "1440, 3", "2879, 3", "2880, 4",
    "4320, 5"
  })
  void remindersByAge(int minutes, int points) {
    assertThat(
            Policy.DEFAULT.remindersBy(
                Looks.MIDNIGHT, Looks.MIDNIGHT.plus(Duration.ofMinutes(minutes))))
        .isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource({"7, 7, 0", "13, 7, 0", "14, 7, 1", "69, 7, 1", "70, 7, 2", "700, 7, 2"})
  void growthAgainstTheOpening(int members, int atOpening, int step) {
    assertThat(Policy.DEFAULT.growthStep(members, atOpening)).isEqualTo(step);
  }
}
