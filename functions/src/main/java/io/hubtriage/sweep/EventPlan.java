package io.hubtriage.sweep;

import java.time.Duration;

/**
 * How long events are waited for, and how many devices are remembered.
 *
 * @param grace how long a device may be away before it counts as offline; 5 min
 * @param reread how much of the journal every sweep reads again; 10 min
 * @param watch how long a device that stays away is remembered; 7 days
 * @param limit most devices away that are remembered, per hub; 2,000
 * @param sample most members of a crowd that are remembered one by one; 1,000
 */
public record EventPlan(Duration grace, Duration reread, Duration watch, int limit, int sample) {
  /** What ships. */
  public static final EventPlan DEFAULT =
      new EventPlan(
          Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofDays(7), 2_000, 1_000);
}
