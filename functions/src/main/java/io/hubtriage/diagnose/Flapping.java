package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a device keeps coming and going: a penalty per break that halves every half hour (the
 * damping of BGP routes, RFC 2439, on events instead of checks). Expected renewals are no breaks
 * here, else every healthy device would flap; nor are the further rows of a break.
 *
 * @param first index of the first drop of the run
 * @param last index of its newest drop
 * @param rows drops of the run that the cause explains
 */
record Flapping(int first, int last, int rows) {
  /** What a device can flap through, most telling first. */
  static final List<Cause> CAUSES =
      List.of(
          Cause.DUPLICATE_IDENTITY,
          Cause.CRASH_LOOP,
          Cause.KEEP_ALIVE_TIMEOUT,
          Cause.THROTTLED,
          Cause.CONNECTION_LOST);

  private static final double HALF_LIFE_MINUTES = 30;

  /** Four breaks within a few minutes, six within an hour. */
  private static final double STARTS = 3;

  /** A run ends after this long without a break. */
  static final Duration QUIET = Duration.ofMinutes(30);

  /** The run of the cause that is still on; empty if there is none. */
  static Optional<Flapping> of(DeviceDiagnosis device, Cause cause, Instant asOf) {
    double penalty = 0;
    long lastAt = Long.MIN_VALUE / 2;
    int first = -1;
    int last = -1;
    int rows = 0;
    boolean on = false;
    for (int i = 0; i < device.drops().size(); i++) {
      if (device.cause(i) != cause) {
        continue;
      }
      Drop drop = device.drops().get(i);
      long at = drop.at();
      if (at - lastAt > QUIET.toMillis()) {
        penalty = 0;
        on = false;
        first = i;
        rows = 0;
      }
      penalty *= Math.pow(0.5, Math.max(0, at - lastAt) / 60_000.0 / HALF_LIFE_MINUTES);
      penalty += strikes(drop, cause) ? 1 : 0;
      on |= penalty >= STARTS;
      lastAt = at;
      last = i;
      rows++;
    }
    boolean fresh = asOf.toEpochMilli() - lastAt <= QUIET.toMillis();
    return on && fresh ? Optional.of(new Flapping(first, last, rows)) : Optional.empty();
  }

  /** Of a throttle every refused attempt is a new strike: it is the attempts that are too many. */
  private static boolean strikes(Drop drop, Cause cause) {
    boolean attempt = cause == Cause.THROTTLED && drop.operation() == Operation.CONNECT;
    return attempt || !drop.continuesBreak();
  }
}
