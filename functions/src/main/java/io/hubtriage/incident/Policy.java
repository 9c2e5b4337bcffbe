package io.hubtriage.incident;

import io.hubtriage.model.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How often to speak and how long to remember.
 *
 * @param newMembers shortest time between two notices about new members; usually 4 h
 * @param calm a device that came and went is no news for this long after a notice spoke of it
 *     (unless it stays offline for {@code newMembers}); usually 24 h
 * @param quiet how long a flapping device must be without a row, by cause, before it counts as
 *     well; {@link #QUIET} if absent
 * @param near two spans of one wide fault are one if they overlap or the gap is shorter; 15 min
 * @param unwatched a device offline without any row for this long is told once more and dropped; 7
 *     days
 * @param remembered how long a resolved incident is kept, so that a look-back that shows it again
 *     does not open it again; longer than any look-back, usually 26 h
 * @param reminders when to remind, counted from the opening, rising; 4 h, 8 h, 24 h
 * @param thenEvery pace of the reminders after the last of them; 24 h
 * @param growth factors of members against the opening that are worth a notice, rising; 2 and 10
 * @param wideNotices most notices about a wide fault during its first {@code newMembers}, before it
 *     is resolved; 2
 */
public record Policy(
    Duration newMembers,
    Duration calm,
    Map<Cause, Duration> quiet,
    Duration near,
    Duration unwatched,
    Duration remembered,
    List<Duration> reminders,
    Duration thenEvery,
    List<Integer> growth,
    int wideNotices) {

  /** Quiet time of most causes: several times the longest reconnect loop (450 s) and back-off. */
  public static final Duration QUIET = Duration.ofHours(1);

  /** What ships. Losses are rarer than loops, so they take longer to be believed over. */
  public static final Policy DEFAULT =
      new Policy(
          Duration.ofHours(4),
          Duration.ofHours(24),
          Map.of(Cause.CONNECTION_LOST, Duration.ofHours(2)),
          Duration.ofMinutes(15),
          Duration.ofDays(7),
          Duration.ofHours(26),
          List.of(Duration.ofHours(4), Duration.ofHours(8), Duration.ofHours(24)),
          Duration.ofHours(24),
          List.of(2, 10),
          2);

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if there is no reminder, or one is not after the one before
   */
  public Policy {
    quiet = Map.copyOf(quiet);
    reminders = List.copyOf(reminders);
    growth = List.copyOf(growth);
    for (int i = 1; i < reminders.size(); i++) {
      if (reminders.get(i).compareTo(reminders.get(i - 1)) <= 0) {
        throw new IllegalArgumentException("reminders must rise: " + reminders);
      }
    }
    if (reminders.isEmpty() || thenEvery.isNegative() || thenEvery.isZero()) {
      throw new IllegalArgumentException("reminders need a first point and a pace above zero");
    }
  }

  /** How long a flapping device must be without a row before it counts as well. */
  Duration quietTime(Cause cause) {
    return quiet.getOrDefault(cause, QUIET);
  }

  /** How many points of the reminder schedule lie at or before {@code now}. */
  int remindersBy(Instant openedAt, Instant now) {
    Duration age = Duration.between(openedAt, now);
    Duration last = reminders.get(reminders.size() - 1);
    if (age.compareTo(last) < 0) {
      return (int) reminders.stream().filter(r -> r.compareTo(age) <= 0).count();
    }
    return reminders.size() + (int) age.minus(last).dividedBy(thenEvery);
  }

  /** How many of the growth factors {@code members} has reached against the opening. */
  int growthStep(int members, int atOpening) {
    return (int) growth.stream().filter(f -> members >= (long) f * atOpening).count();
  }

  /** Whether less than {@code span} has passed since {@code then}. */
  static boolean within(Duration span, Instant then, Instant now) {
    return then.plus(span).isAfter(now);
  }
}
