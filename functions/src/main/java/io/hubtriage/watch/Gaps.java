package io.hubtriage.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How long a hub's log usually goes without a row: the longest pause that ended on each of the last
 * days. A week of them knows nights and week-ends, whatever the hub's rhythm.
 *
 * @param newest time of the newest row that came in good time; empty if none ever did
 * @param longest by the start of the day (UTC); whole tens of minutes, so that they seldom change
 */
public record Gaps(Optional<Instant> newest, Map<Instant, Duration> longest) {
  /** Nothing is known. */
  public static final Gaps NONE = new Gaps(Optional.empty(), Map.of());

  private static final Duration WEEK = Duration.ofDays(7);

  /** A hub that rests on long week-ends has no pause that ends on them. */
  private static final Duration MOST_OF_A_WEEK = Duration.ofDays(5);

  private static final long STEP_MINUTES = 10;

  /** Copies and sorts. */
  public Gaps {
    longest = Collections.unmodifiableMap(new TreeMap<>(longest));
  }

  /** After a row came; the pause before it is what is usual. */
  Gaps ended(Instant row) {
    if (newest.isEmpty() || !row.isAfter(newest.get())) {
      return skipped(row);
    }
    Instant today = row.truncatedTo(ChronoUnit.DAYS);
    Map<Instant, Duration> days = new TreeMap<>(longest);
    days.keySet().removeIf(day -> day.isBefore(today.minus(WEEK)));
    long steps =
        (Duration.between(newest.get(), row).toMinutes() + STEP_MINUTES - 1) / STEP_MINUTES;
    Duration pause = Duration.ofMinutes(steps * STEP_MINUTES);
    days.merge(today, pause, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    return new Gaps(Optional.of(row), days);
  }

  /** After a row came; the pause before it was blindness. */
  Gaps skipped(Instant row) {
    return new Gaps(Optional.of(newest.filter(row::isBefore).orElse(row)), longest);
  }

  /**
   * The longest pause of the last days; empty as long as less than a week is known.
   *
   * @param beganAt when the watch began
   */
  Optional<Duration> usual(Instant beganAt, Instant now) {
    boolean known =
        !beganAt.plus(WEEK).isAfter(now)
            && longest.keySet().stream().anyMatch(day -> day.plus(MOST_OF_A_WEEK).isBefore(now));
    return known ? longest.values().stream().max(Duration::compareTo) : Optional.empty();
  }
}
