package io.hubtriage.sweep;

import io.hubtriage.model.Window;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * When a day ends for the digest.
 *
 * @param at time of day in {@code zone}
 */
public record DigestSchedule(LocalTime at, ZoneId zone) {
  /** Seven in the morning, UTC. */
  public static final DigestSchedule DEFAULT =
      new DigestSchedule(LocalTime.of(7, 0), ZoneOffset.UTC);

  /** The day an instant lies in; 23 or 25 hours long where clocks change. */
  Window dayOf(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    ZonedDateTime start = local.toLocalDate().atTime(at).atZone(zone);
    if (start.isAfter(local)) {
      start = local.toLocalDate().minusDays(1).atTime(at).atZone(zone);
    }
    ZonedDateTime end = start.toLocalDate().plusDays(1).atTime(at).atZone(zone);
    return new Window(start.toInstant(), end.toInstant());
  }
}
