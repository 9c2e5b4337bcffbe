package io.hubtriage.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DigestScheduleTest {
  @ParameterizedTest
  @CsvSource({
    "UTC, 07:00, 2026-03-02T06:59:59.999Z, 2026-03-01T07:00:00Z, 24",
    "UTC, 07:00, 2026-03-02T07:00:00Z, 2026-03-02T07:00:00Z, 24",
    "Europe/Berlin, 07:00, 2026-03-28T12:00:00Z, 2026-03-28T06:00:00Z, 23",
    "Europe/Berlin, 07:00, 2026-10-24T12:00:00Z, 2026-10-24T05:00:00Z, 25",
    "Europe/Berlin, 02:30, 2026-03-29T01:15:00Z, 2026-03-28T01:30:00Z, 24",
    "Asia/Tokyo, 07:00, 2026-03-01T21:59:59Z, 2026-02-28T22:00:00Z, 24"
  })
  void aDayBeginsAtTheHourAndLastsAsLongAsItDoes(
      ZoneId zone, LocalTime at, Instant instant, Instant start, int hours) {
    Window day = new DigestSchedule(at, zone).dayOf(instant);
    assertThat(day.start()).isEqualTo(start);
    assertThat(day.length()).isEqualTo(Duration.ofHours(hours));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"})
  void everyInstantOfAYearLiesInItsDayAndTheDaysJoin(String zone) {
    DigestSchedule schedule = new DigestSchedule(LocalTime.of(2, 30), ZoneId.of(zone));
    Instant begin = Instant.parse("2026-01-01T00:00:00Z");
    for (Instant i = begin; i.isBefore(begin.plus(Duration.ofDays(365))); i = i.plusSeconds(900)) {
      Window day = schedule.dayOf(i);
      assertThat(day.contains(i)).as("%s in %s", i, day).isTrue();
      assertThat(schedule.dayOf(day.end()).start()).isEqualTo(day.end());
    }
  }

  @Property(tries = 200)
  void aDaysStartLiesInTheSameDay(
      @ForAll @LongRange(min = 1_750_000_000, max = 1_850_000_000) long second,
      @ForAll @IntRange(min = 0, max = 1439) int minute) {
    DigestSchedule schedule =
        new DigestSchedule(LocalTime.ofSecondOfDay(minute * 60L), ZoneId.of("Europe/Berlin"));
    Window day = schedule.dayOf(Instant.ofEpochSecond(second));
    assertThat(schedule.dayOf(day.start())).isEqualTo(day);
  }
}
