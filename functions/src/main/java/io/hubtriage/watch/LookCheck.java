package io.hubtriage.watch;

import io.hubtriage.incident.Blindness;
import io.hubtriage.model.Evidence.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether sweeps succeed: by when the last one did, which needs nothing that may be broken. */
final class LookCheck {
  private LookCheck() {}

  /**
   * Looks.
   *
   * @param kind says which sweeps
   * @param last when one last succeeded, or when the waiting for the first began
   */
  static Optional<Sight> check(Blindness kind, Instant last, Duration every, Instant now) {
    return missed(last, every, now)
        ? Optional.of(new Sight(kind, "", last, Finding.of("blind-" + kind.code(), "since", last)))
        : Optional.empty();
  }

  static boolean missed(Instant last, Duration every, Instant now) {
    return last.plus(every.multipliedBy(WatchPlan.MISSED)).isBefore(now);
  }
}
