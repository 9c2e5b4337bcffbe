package io.hubtriage.lab.simulate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Time inside a simulation: microseconds since the scenario's start, negative before it. */
final class Ticks {
  static final long MILLI = 1_000;
  static final long SECOND = 1_000 * MILLI;
  static final long MINUTE = 60 * SECOND;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  /** Later than every horizon. */
  static final long NEVER = Long.MAX_VALUE;

  private Ticks() {}

  static long ofSeconds(double seconds) {
    return (long) (seconds * SECOND);
  }

  static long of(Duration duration) {
    return duration.toSeconds() * SECOND + duration.toNanosPart() / 1_000;
  }

  static long between(Instant start, Instant at) {
    return ChronoUnit.MICROS.between(start, at);
  }

  static Instant after(Instant start, long ticks) {
    return start.plus(ticks, ChronoUnit.MICROS);
  }
}
