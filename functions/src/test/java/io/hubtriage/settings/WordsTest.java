package io.hubtriage.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations and guesses. */
final class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "90s, PT90S",
    "5m, PT5M",
    "1h30m, PT90M",
    "7d, PT168H",
    "1d2h3m4s, PT26H3M4S",
    "0s, PT0S"
  })
  void readsDurations(String text, Duration expected) {
    assertThat(ShortDuration.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "m", "5 m", "-5m", "5M", "5m1h", "1.5h", "1234567s", "5m5m"})
  void refusesOtherTexts(String text) {
    assertThat(ShortDuration.parse(text)).isEmpty();
  }

  @Property
  void readsWhatItWrites(@ForAll @LongRange(max = 10_000_000) long seconds) {
    Duration duration = Duration.ofSeconds(seconds);
    assertThat(ShortDuration.parse(ShortDuration.format(duration))).contains(duration);
  }

  @ParameterizedTest
  @CsvSource({
    "zone, zone",
    "ZONE, zone",
    "zon, zone",
    "znoe, zone",
    "zonee, zone",
    "locall, locale",
    "severityatleast, severityAtLeast",
    "severityAtLst, severityAtLeast"
  })
  void guesses(String word, String meant) {
    assertThat(Nearest.to(word, List.of("locale", "zone", "severityAtLeast"))).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "xy", "colour", "zebra crossing"})
  void doesNotGuessWildly(String word) {
    assertThat(Nearest.to(word, List.of("zone", "at"))).isEmpty();
  }
}
