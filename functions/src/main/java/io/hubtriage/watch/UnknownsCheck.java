package io.hubtriage.watch;

import io.hubtriage.incident.Blindness;
import io.hubtriage.model.Evidence.Finding;
import io.hubtriage.watch.Shares.Count;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether far more disconnects than usual have no clear cause. What the diagnosis does not know is
 * either new, or its data are broken: both want a person.
 */
public final class UnknownsCheck {
  /** A day of bins, so that day and night are in what is usual. */
  private static final int LEAST_BINS = 6;

  private static final long LEAST_USUAL_ROWS = 200;

  /** Fewer unknown rows are an incident's business, if anybody's. */
  private static final long LEAST_UNKNOWN = 50;

  /** Simulated fleets stay below 0.5 %. */
  private static final double LEAST_SHARE = 0.1;

  private static final double TIMES_USUAL = 4;

  private UnknownsCheck() {}

  /**
   * Looks at the last 4 to 8 hours that are settled.
   *
   * @param upTo up to when rows are tallied
   * @param open the trouble people were told of: it is over at half of what began it
   */
  public static Optional<Sight> check(Shares shares, Instant upTo, Optional<Sight> open) {
    Count recent = shares.recent(upTo);
    Count usual = shares.usual(upTo);
    if (shares.usualBins(upTo) < LEAST_BINS || usual.rows() < LEAST_USUAL_ROWS) {
      return open;
    }
    double bound = Math.max(LEAST_SHARE, TIMES_USUAL * usual.share());
    boolean many = recent.unknown() >= LEAST_UNKNOWN && recent.share() >= bound;
    if (!many) {
      return open.filter(told -> recent.share() >= bound / 2);
    }
    Instant from = shares.recentFrom(upTo);
    return open.or(() -> Optional.of(sight(recent, usual, from)));
  }

  private static Sight sight(Count recent, Count usual, Instant from) {
    Finding finding =
        Finding.of(
            "blind-many-unknown",
            "unknown",
            recent.unknown(),
            "rows",
            recent.rows(),
            "share",
            recent.share(),
            "usual",
            usual.share(),
            "since",
            from);
    return new Sight(Blindness.MANY_UNKNOWN, "", from, finding);
  }
}
