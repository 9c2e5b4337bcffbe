package io.hubtriage.diagnose;

import io.hubtriage.model.Band;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * A token life that one device's own sessions agree on, where its cohort knows none. Three sessions
 * are the least: two agree by chance too often.
 */
final class OwnLife {
  private static final int LEAST = 3;

  /** Sessions below are loops, not renewals: the shortest life anybody sets is about 5 minutes. */
  private static final long SHORTEST = Duration.ofMinutes(2).plusSeconds(45).toMillis();

  /**
   * Up to here a keep-alive loop may be as regular as a token, but it leaves 404104 alone; a
   * renewal shows itself at least once in so many sessions.
   */
  private static final long LONGEST_LOOP = Timeouts.LONGEST + 10_000;

  private static final int SHOWS = 5;

  private static final long GRACE = Duration.ofMinutes(6).toMillis();

  private OwnLife() {}

  /**
   * The band that holds most of the long sessions, if at least half of those that could be in it
   * are.
   */
  static Optional<Band> of(Sessions sessions) {
    long[] sorted = sessions.from(SHORTEST);
    Optional<Band> narrow = densest(sessions, sorted, from -> 30_000 + from / 100);
    Optional<Band> wide = densest(sessions, sorted, from -> GRACE);
    return wide.filter(band -> narrow.isEmpty() || wider(sessions, band, narrow.get()))
        .or(() -> narrow);
  }

  /**
   * Sessions that renew by themselves hardly spread, those that wait for the hub's grace do, over 5
   * minutes. A wide band takes in losses too, so it has to hold more that only a renewal ends, or
   * many more.
   */
  private static boolean wider(Sessions sessions, Band wide, Band narrow) {
    long from = wide.from().toMillis();
    long to = wide.to().toMillis();
    long narrowFrom = narrow.from().toMillis();
    long narrowTo = narrow.to().toMillis();
    return sessions.renewingWithin(from, to) > sessions.renewingWithin(narrowFrom, narrowTo)
        || 5 * sessions.within(from, to) > 8 * sessions.within(narrowFrom, narrowTo);
  }

  private static Optional<Band> densest(
      Sessions sessions, long[] sorted, LongUnaryOperator widths) {
    Optional<Band> best = Optional.empty();
    long most = LEAST - 1;
    for (int i = 0, j = 0; i < sorted.length; i++) {
      long from = sorted[i];
      long width = widths.applyAsLong(from);
      while (j < sorted.length && sorted[j] < from + width) {
        j++;
      }
      boolean better = width <= from / 2 && j - i > most;
      if (better && stands(sessions, from, width, j - i)) {
        most = (long) j - i;
        best = Optional.of(band(from, sorted[j - 1]));
      }
    }
    return best;
  }

  /** Whether most sessions of about that length lie in the window, and no loop explains them. */
  private static boolean stands(Sessions sessions, long from, long width, int inside) {
    boolean loop =
        from < LONGEST_LOOP && SHOWS * sessions.renewingWithin(from, from + width) < inside;
    return !loop && 2 * inside > sessions.within(from / 2, (from + width) * 6 / 5);
  }

  /**
   * What a life gives whose sessions were seen between these lengths: the hub's grace spreads them
   * over 5 minutes, or hardly at all.
   */
  private static Band band(long shortest, long longest) {
    long margin = 15_000 + shortest / 500;
    long grace = Duration.ofMinutes(5).plusSeconds(30).toMillis();
    boolean waits = longest - shortest > 60_000;
    long from = waits ? Math.min(shortest, longest - grace) : shortest;
    long to = waits ? Math.max(longest, shortest + grace) : longest;
    return new Band(Duration.ofMillis(Math.max(0, from - margin)), Duration.ofMillis(to + margin));
  }
}
