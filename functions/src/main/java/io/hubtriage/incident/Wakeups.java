package io.hubtriage.incident;

import io.hubtriage.model.Hub;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * Wakes whoever delivers. A wake-up carries no news: the outbox does, and its sweep finds what no
 * wake-up came for. So one that comes early, twice or never does no harm.
 */
public interface Wakeups {
  /** Longest delay there is; longer ones are cut to it, and the sender finds nothing due yet. */
  Duration LONGEST = Duration.ofDays(7);

  /**
   * Has the row looked at after a while.
   *
   * @param delay zero or more
   * @throws IllegalArgumentException if the delay is negative
   * @throws IncidentsUnavailableException if the wake-up could not be left; the outbox's sweep
   *     delivers the row all the same, later
   */
  void wake(Hub hub, String noticeId, String channel, Duration delay);

  /**
   * The delay a wake-up gets: in whole seconds, as queues have it, and rather later. Cut to zero,
   * half a second would have the sender look, find nothing due and wake itself again without rest.
   *
   * @throws IllegalArgumentException if the delay is negative
   */
  static Duration bounded(Duration delay) {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("a wake-up cannot be in the past: delay " + delay);
    }
    if (delay.compareTo(LONGEST) > 0) {
      return LONGEST;
    }
    Duration whole = delay.truncatedTo(ChronoUnit.SECONDS);
    return whole.equals(delay) ? whole : whole.plusSeconds(1);
  }
}
