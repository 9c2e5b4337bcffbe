package io.hubtriage.model;

import java.time.Duration;
import java.time.Instant;

/**
 * A span of time.
 *
 * @param start inclusive
 * @param end exclusive
 */
public record Window(Instant start, Instant end) {
  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if the end is before the start
   */
  public Window {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("a window ends before it starts: " + start + " to " + end);
    }
  }

  /** Whether the instant lies inside: start inclusive, end exclusive. */
  public boolean contains(Instant at) {
    return !at.isBefore(start) && at.isBefore(end);
  }

  /** How long the window is. */
  public Duration length() {
    return Duration.between(start, end);
  }
}
