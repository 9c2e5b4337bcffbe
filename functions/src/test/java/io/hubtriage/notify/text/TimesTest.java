package io.hubtriage.notify.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "en, UTC, 2026-11-24T09:14:59Z, 09:14 UTC",
    "en, Etc/UTC, 2026-11-24T09:14:59Z, 09:14 UTC",
    "en, UTC, 2026-11-24T00:00:00Z, 00:00 UTC",
    "en, UTC, 2026-11-23T23:59:00Z, 23 Nov 23:59 UTC",
    "en, Asia/Tokyo, 2026-11-24T09:14:00Z, 09:14 UTC (18:14 UTC+9)",
    "en, Asia/Tokyo, 2026-11-24T15:00:00Z, 15:00 UTC (25 Nov 00:00 UTC+9)",
    "ja, Asia/Tokyo, 2026-11-23T09:14:00Z, 11月23日 09:14 UTC (11月23日 18:14 UTC+9)",
    "en, Asia/Kolkata, 2026-11-24T09:14:00Z, 09:14 UTC (14:44 UTC+5:30)",
    "en, America/St_Johns, 2026-11-24T09:14:00Z, 09:14 UTC (05:44 UTC-3:30)",
    "en, Europe/London, 2026-11-24T09:14:00Z, 09:14 UTC",
    "en, Europe/London, 2026-07-01T09:14:00Z, 1 Jul 09:14 UTC (1 Jul 10:14 UTC+1)",
  })
  void showsUtcAndTheReadersZone(String language, String zone, Instant at, String expected) {
    Times times = new Times(Language.of(Locale.forLanguageTag(language)), ZoneId.of(zone), NOW);
    assertThat(times.both(at)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"2026-11-24T09:14:00Z, 24 Nov 09:14 UTC", "2026-11-23T09:14:00Z, 23 Nov 09:14 UTC"})
  void showsTheDayWhenAsked(Instant at, String expected) {
    Times times = new Times(Language.of(Locale.ENGLISH), ZoneId.of("UTC"), NOW);
    assertThat(times.bothDated(at)).isEqualTo(expected);
  }
}
