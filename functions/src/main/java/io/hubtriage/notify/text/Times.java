package io.hubtriage.notify.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Moments in UTC and the reader's zone, with the day where it is not the notice's own. */
final class Times {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final Language language;
  private final ZoneId zone;
  private final LocalDate today;
  private final DateTimeFormatter day;

  Times(Language language, ZoneId zone, Instant now) {
    this(language, zone, now.atZone(ZoneOffset.UTC).toLocalDate());
  }

  private Times(Language language, ZoneId zone, LocalDate today) {
    this.language = language;
    this.zone = zone;
    this.today = today;
    this.day = DateTimeFormatter.ofPattern(language.text("time.day"), language.locale());
  }

  /** {@code 09:14 UTC (18:14 UTC+9)}; the second part only where the zone differs from UTC. */
  String both(Instant at) {
    return local(at).map(local -> utc(at) + " (" + local + ")").orElseGet(() -> utc(at));
  }

  /** Like {@link #both}, but with the day even if it is the notice's own. */
  String bothDated(Instant at) {
    return new Times(language, zone, LocalDate.MAX).both(at);
  }

  /** {@code 09:14 UTC}, {@code 23 Nov 09:14 UTC}. */
  String utc(Instant at) {
    return dated(at, ZoneOffset.UTC) + " UTC";
  }

  /** {@code 18:14 UTC+9}, if the zone differs from UTC then. */
  Optional<String> local(Instant at) {
    ZoneOffset offset = zone.getRules().getOffset(at);
    return offset.equals(ZoneOffset.UTC)
        ? Optional.empty()
        : Optional.of(dated(at, zone) + " UTC" + label(offset));
  }

  /** {@code 23 Nov}, in UTC: days of the log are UTC days. */
  String date(Instant at) {
    return day.format(at.atZone(ZoneOffset.UTC));
  }

  private String dated(Instant at, ZoneId where) {
    ZonedDateTime time = at.atZone(where);
    String clock = CLOCK.format(time);
    return time.toLocalDate().equals(today)
        ? clock
        : day.format(time) + language.text("time.between") + clock;
  }

  private static String label(ZoneOffset offset) {
    int minutes = Math.abs(offset.getTotalSeconds()) / 60;
    String sign = offset.getTotalSeconds() < 0 ? "-" : "+";
    String rest = minutes % 60 == 0 ? "" : ":" + (minutes % 60 < 10 ? "0" : "") + minutes % 60;
    return sign + minutes / 60 + rest;
  }
}
