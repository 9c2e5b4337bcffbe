package io.hubtriage.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hubtriage.model.Window;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ScheduleTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  static Stream<Arguments> moments() {
    Schedule night = weekly(DayOfWeek.FRIDAY, "22:00", "06:00", BERLIN);
    Schedule noon = weekly(DayOfWeek.MONDAY, "12:00", "13:00", BERLIN);
    Schedule day = weekly(DayOfWeek.SATURDAY, "00:00", "00:00", BERLIN);
    // 2027-01-01 is a Friday; Berlin is at +01:00.
    return Stream.of(
        argumentSet("a second too early", noon, "2027-01-04T11:59:59+01:00", false),
        argumentSet("start is inside", noon, "2027-01-04T12:00:00+01:00", true),
        argumentSet("last second", noon, "2027-01-04T12:59:59+01:00", true),
        argumentSet("end is outside", noon, "2027-01-04T13:00:00+01:00", false),
        argumentSet("right hour, wrong day", noon, "2027-01-05T12:30:00+01:00", false),
        argumentSet("right hour of another zone", noon, "2027-01-04T12:30:00Z", false),
        argumentSet("night opens", night, "2027-01-01T22:00:00+01:00", true),
        argumentSet("night not open yet", night, "2027-01-01T21:59:59+01:00", false),
        argumentSet("after midnight", night, "2027-01-02T05:59:59+01:00", true),
        argumentSet("night closes", night, "2027-01-02T06:00:00+01:00", false),
        argumentSet("early on the opening day", night, "2027-01-01T03:00:00+01:00", false),
        argumentSet("Saturday evening", night, "2027-01-02T22:30:00+01:00", false),
        argumentSet("whole day begins", day, "2027-01-02T00:00:00+01:00", true),
        argumentSet("whole day ends", day, "2027-01-02T23:59:59+01:00", true),
        argumentSet("day before", day, "2027-01-01T23:59:59+01:00", false),
        argumentSet("day after", day, "2027-01-03T00:00:00+01:00", false));
  }

  /** Berlin's clocks go from 02:00 to 03:00 on 2027-03-28, and from 03:00 to 02:00 on 10-31. */
  static Stream<Arguments> clockChanges() {
    Schedule early = weekly(DayOfWeek.SUNDAY, "01:00", "04:00", BERLIN);
    Schedule skipped = weekly(DayOfWeek.SUNDAY, "02:15", "02:45", BERLIN);
    Schedule intoSkipped = weekly(DayOfWeek.SUNDAY, "01:00", "02:30", BERLIN);
    Schedule outOfSkipped = weekly(DayOfWeek.SUNDAY, "02:30", "04:00", BERLIN);
    Schedule intoDoubled = weekly(DayOfWeek.SUNDAY, "01:00", "02:30", BERLIN);
    return Stream.of(
        argumentSet("spring: open", early, "2027-03-28T01:00:00+01:00", true),
        argumentSet("spring: after the jump", early, "2027-03-28T03:59:59+02:00", true),
        argumentSet("spring: closed by the new clocks", early, "2027-03-28T04:00:00+02:00", false),
        argumentSet("spring: skipped window", skipped, "2027-03-28T03:00:00+02:00", false),
        argumentSet("spring: nor later", skipped, "2027-03-28T03:30:00+02:00", false),
        argumentSet("spring: last second", intoSkipped, "2027-03-28T01:59:59+01:00", true),
        argumentSet("spring: ends with the jump", intoSkipped, "2027-03-28T03:00:00+02:00", false),
        argumentSet("spring: opens with it", outOfSkipped, "2027-03-28T03:00:00+02:00", true),
        argumentSet("spring: not before", outOfSkipped, "2027-03-28T01:59:59+01:00", false),
        argumentSet("autumn: first time round", early, "2027-10-31T02:30:00+02:00", true),
        argumentSet("autumn: second time round", early, "2027-10-31T02:30:00+01:00", true),
        argumentSet("autumn: end", early, "2027-10-31T04:00:00+01:00", false),
        argumentSet("autumn: before 02:30", intoDoubled, "2027-10-31T02:29:59+02:00", true),
        argumentSet("autumn: first 02:30 ends it", intoDoubled, "2027-10-31T02:30:00+02:00", false),
        argumentSet("autumn: for good", intoDoubled, "2027-10-31T02:10:00+01:00", false));
  }

  @ParameterizedTest
  @MethodSource({"moments", "clockChanges"})
  void weeklyHours(Schedule schedule, String at, boolean inside) {
    assertThat(schedule.contains(ZonedDateTime.parse(at).toInstant())).isEqualTo(inside);
  }

  @Test
  void oneOffStartsInclusiveAndEndsExclusive() {
    Instant from = Instant.parse("2027-01-01T10:00:00Z");
    Instant to = Instant.parse("2027-01-01T11:00:00Z");
    Schedule once = new Schedule.Once(new Window(from, to));
    assertThat(once.contains(from.minusNanos(1))).isFalse();
    assertThat(once.contains(from)).isTrue();
    assertThat(once.contains(to.minusNanos(1))).isTrue();
    assertThat(once.contains(to)).isFalse();
  }

  /** Far from clock changes the wall clock alone decides. */
  @Property
  void agreesWithTheWallClock(
      @ForAll DayOfWeek day,
      @ForAll @IntRange(max = 1439) int from,
      @ForAll @IntRange(max = 1439) int to,
      @ForAll @LongRange(min = 1_735_689_600L, max = 1_830_297_600L) long second,
      @ForAll @IntRange(max = 5) int place) {
    ZoneId zone =
        ZoneId.of(
            Stream.of(
                    "UTC",
                    "Europe/Berlin",
                    "Asia/Tokyo",
                    "America/Los_Angeles",
                    "Asia/Kathmandu",
                    "Pacific/Kiritimati")
                .toList()
                .get(place));
    Instant at = Instant.ofEpochSecond(second);
    Assume.that(
        zone.getRules()
            .getOffset(at.minusSeconds(200_000))
            .equals(zone.getRules().getOffset(at.plusSeconds(200_000))));
    ZonedDateTime wall = at.atZone(zone);
    int minute = wall.getHour() * 60 + wall.getMinute();
    boolean sameDay = wall.getDayOfWeek() == day;
    boolean dayAfter = wall.getDayOfWeek() == day.plus(1);
    boolean expected =
        from < to
            ? sameDay && minute >= from && minute < to
            : (sameDay && minute >= from) || (dayAfter && minute < to);
    assertThat(
            new Schedule.Weekly(
                    Set.of(day),
                    LocalTime.of(from / 60, from % 60),
                    LocalTime.of(to / 60, to % 60),
                    zone)
                .contains(at))
        .isEqualTo(expected);
  }

  private static Schedule weekly(DayOfWeek day, String from, String to, ZoneId zone) {
    return new Schedule.Weekly(Set.of(day), LocalTime.parse(from), LocalTime.parse(to), zone);
  }
}
