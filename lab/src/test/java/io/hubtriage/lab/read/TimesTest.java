package io.hubtriage.lab.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-02T14:05:09.7521870Z       | 2026-03-02T14:05:09.752187Z",
        "2026-03-02T14:05:09.123456789Z     | 2026-03-02T14:05:09.123456789Z",
        "2026-03-02T14:05:09+00:00          | 2026-03-02T14:05:09Z",
        "2026-03-02T14:05:09.5+09:00        | 2026-03-02T05:05:09.5Z",
        "2026-03-02T14:05:09.752            | 2026-03-02T14:05:09.752Z",
        "2026-03-02 14:05:09.752            | 2026-03-02T14:05:09.752Z",
        "2026-03-02 14:05:09Z               | 2026-03-02T14:05:09Z",
        "3/2/2026, 2:05:09.752 PM           | 2026-03-02T14:05:09.752Z",
        "3/2/2026, 12:05:09.752 am          | 2026-03-02T00:05:09.752Z",
        "3/2/2026, 2:05:09 PM               | 2026-03-02T14:05:09Z",
        "02/03/2026, 14:05:09.752           | 2026-03-02T14:05:09.752Z",
        "2026/3/2 14:05:09.752              | 2026-03-02T14:05:09.752Z",
        "02.03.2026, 14:05:09.752           | 2026-03-02T14:05:09.752Z",
      })
  void readsWhatLogsAndThePortalWrite(String text, Instant expected) {
    assertThat(Times.parse(text)).isEqualTo(expected);
  }

  @Property
  void readsEveryInstantAsItIsWritten(
      @ForAll @LongRange(min = 0, max = 4_102_444_800L) long second,
      @ForAll @IntRange(max = 999_999_999) int nanos,
      @ForAll @IntRange(max = 9) int digits) {
    Instant instant = Instant.ofEpochSecond(second, nanos);
    String whole =
        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
            LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC));
    String seconds = whole.length() == 16 ? whole + ":00" : whole;
    String fraction = "%09d".formatted(nanos).substring(0, digits);
    String text = seconds + (digits == 0 ? "" : "." + fraction) + "Z";
    assertThat(Times.parse(text)).isEqualTo(Instant.parse(text)).isBeforeOrEqualTo(instant);
  }

  @Test
  void readsTheNarrowBlankOfNewBrowsers() {
    assertThat(Times.parse("3/2/2026, 2:05:09.752\u202fPM"))
        .isEqualTo(Instant.parse("2026-03-02T14:05:09.752Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "UTC timestamp",
        "2026-13-02T00:00:00Z",
        "31.02",
        "1772460309",
        "2026-02-30T00:00:00Z",
        "2026-03-02T25:00:00Z",
        "2026-03-02T00:00:0xZ"
      })
  void refusesWhatIsNoTime(String text) {
    assertThatThrownBy(() -> Times.parse(text))
        .isInstanceOf(BadRecordException.class)
        .hasMessage("not a time: \"" + text + "\"");
  }
}
