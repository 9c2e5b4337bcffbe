package io.hubtriage.settings;

import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When the day's digest is sent.
 *
 * @param at time of day by the clocks of {@code zone}
 */
public record Digest(LocalTime at, ZoneId zone) {
  /** Without a word in the file: 07:00, UTC unless the file has a zone. */
  public static final Digest DEFAULT = new Digest(LocalTime.of(7, 0), ZoneId.of("UTC"));
}
