package io.hubtriage.watch;

import io.hubtriage.model.Cause;
import io.hubtriage.sweep.DayTally;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many of a hub's disconnect and error rows had no clear cause, over the last week.
 *
 * @param bins by the start of a span of {@link #BIN}
 * @param counted what of each day's tally is in {@code bins} already, by the day's start
 */
public record Shares(Map<Instant, Count> bins, Map<Instant, Count> counted) {
  /** Nothing is known. */
  public static final Shares NONE = new Shares(Map.of(), Map.of());

  /** Length of a bin. */
  public static final Duration BIN = Duration.ofHours(4);

  private static final Duration KEPT = Duration.ofDays(7);

  /** Bins that count as recent: this one and the one before. */
  private static final int RECENT = 2;

  /**
   * Rows of some span.
   *
   * @param unknown how many of them had no clear cause
   * @param rows all of them
   */
  public record Count(long unknown, long rows) {
    static final Count NONE = new Count(0, 0);

    static Count of(DayTally tally) {
      return new Count(
          tally.rows().getOrDefault(Cause.UNKNOWN, 0L),
          tally.rows().values().stream().mapToLong(Long::longValue).sum());
    }

    Count plus(Count other) {
      return new Count(unknown + other.unknown, rows + other.rows);
    }

    /** A tally that shrank was begun anew; all of it is new then. */
    Count since(Count before) {
      boolean grew = rows >= before.rows && unknown >= before.unknown;
      return grew ? new Count(unknown - before.unknown, rows - before.rows) : this;
    }

    double share() {
      return rows == 0 ? 0 : (double) unknown / rows;
    }
  }

  /** Copies and sorts. */
  public Shares {
    bins = Collections.unmodifiableMap(new TreeMap<>(bins));
    counted = Collections.unmodifiableMap(new TreeMap<>(counted));
  }

  /** After tallies that reach up to a moment. */
  Shares with(Map<Instant, DayTally> days, Instant upTo) {
    Count fresh = Count.NONE;
    Map<Instant, Count> now = new TreeMap<>();
    for (Map.Entry<Instant, DayTally> day : days.entrySet()) {
      Count count = Count.of(day.getValue());
      now.put(day.getKey(), count);
      fresh = fresh.plus(count.since(counted.getOrDefault(day.getKey(), Count.NONE)));
    }
    Map<Instant, Count> all = new TreeMap<>(bins);
    all.keySet().removeIf(bin -> bin.isBefore(upTo.minus(KEPT)));
    all.merge(bin(upTo), fresh, Count::plus);
    return new Shares(all, now);
  }

  /** The last 4 to 8 hours before a moment. */
  Count recent(Instant upTo) {
    Instant from = recentFrom(upTo);
    return sum(bins.entrySet().stream().filter(bin -> !bin.getKey().isBefore(from)).toList());
  }

  /** What is known of before. */
  Count usual(Instant upTo) {
    Instant from = recentFrom(upTo);
    return sum(bins.entrySet().stream().filter(bin -> bin.getKey().isBefore(from)).toList());
  }

  /** How many bins of before there are. */
  long usualBins(Instant upTo) {
    Instant from = recentFrom(upTo);
    return bins.keySet().stream().filter(bin -> bin.isBefore(from)).count();
  }

  Instant recentFrom(Instant upTo) {
    return bin(upTo).minus(BIN.multipliedBy(RECENT - 1L));
  }

  private static Count sum(Iterable<Map.Entry<Instant, Count>> some) {
    Count sum = Count.NONE;
    for (Map.Entry<Instant, Count> bin : some) {
      sum = sum.plus(bin.getValue());
    }
    return sum;
  }

  private static Instant bin(Instant at) {
    long seconds = BIN.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
  }
}
