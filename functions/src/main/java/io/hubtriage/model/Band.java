package io.hubtriage.model;

import java.time.Duration;

/**
 * Session lengths that a token's life explains.
 *
 * @param from shortest, inclusive; not negative
 * @param to longest, exclusive; after {@code from}
 */
public record Band(Duration from, Duration to) {
  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if the band is empty or begins below zero
   */
  public Band {
    if (from.isNegative() || to.compareTo(from) <= 0) {
      throw new IllegalArgumentException("not a band of session lengths: " + from + " to " + to);
    }
  }

  /** Whether a session of this many milliseconds lies in the band. */
  public boolean contains(long millis) {
    return millis >= from.toMillis() && millis < to.toMillis();
  }
}
