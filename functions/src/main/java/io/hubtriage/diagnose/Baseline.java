package io.hubtriage.diagnose;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many devices of a hub usually drop without an explanation, in bins of five minutes over the
 * last day. Bins are written, never added to, so looking twice changes nothing.
 *
 * @param bins devices per bin, by the bin's start; bins that were not looked at are absent
 */
public record Baseline(Map<Instant, Integer> bins) {
  /** Nothing is known. */
  public static final Baseline EMPTY = new Baseline(Map.of());

  /** Length of a bin. */
  public static final Duration BIN = Duration.ofMinutes(5);

  private static final Duration KEPT = Duration.ofHours(24);

  /** Before anything is known: one device in 20 minutes, believed like 20 minutes of watching. */
  private static final double PRIOR_MINUTES = 20;

  /** Copies and sorts. */
  public Baseline {
    bins = new TreeMap<>(bins);
  }

  /**
   * This with newer counts written over; bins older than a day before {@code now} are forgotten.
   */
  public Baseline with(Map<Instant, Integer> counts, Instant now) {
    TreeMap<Instant, Integer> all = new TreeMap<>(bins);
    all.putAll(counts);
    all.headMap(now.minus(KEPT)).clear();
    return new Baseline(all);
  }

  /** The bin an instant lies in. */
  public static Instant bin(Instant at) {
    long size = BIN.toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), size) * size);
  }

  /** Devices per minute; above 0. */
  public double perMinute() {
    return perMinute(List.of());
  }

  /**
   * The chance that so many devices or more drop within a span of a usual day.
   *
   * @param devices 0 or more
   * @param within longer than nothing
   */
  public double surprise(long devices, Duration within) {
    double minutes = within.toMillis() / 60_000.0;
    return Tail.atLeast(devices, minutes * perMinute(), dispersion(List.of()));
  }

  /** Devices per minute outside the bursts; above 0. */
  double perMinute(Collection<Burst> bursts) {
    double devices = 1;
    double minutes = PRIOR_MINUTES;
    for (Map.Entry<Instant, Integer> bin : bins.entrySet()) {
      if (calm(bin.getKey(), bursts)) {
        devices += bin.getValue();
        minutes += BIN.toMinutes();
      }
    }
    return devices / minutes;
  }

  /**
   * Variance over mean of the bins outside the bursts, 1 to 5: devices share troubles even on calm
   * days.
   */
  double dispersion(Collection<Burst> bursts) {
    double n = 0;
    double sum = 0;
    double squares = 0;
    for (Map.Entry<Instant, Integer> bin : bins.entrySet()) {
      if (calm(bin.getKey(), bursts)) {
        n++;
        sum += bin.getValue();
        squares += (double) bin.getValue() * bin.getValue();
      }
    }
    if (n < 12 || sum == 0) {
      return 1.5;
    }
    double mean = sum / n;
    return Math.min(5, Math.max(1, (squares / n - mean * mean) / mean));
  }

  private static boolean calm(Instant bin, Collection<Burst> bursts) {
    Instant end = bin.plus(BIN);
    return bursts.stream()
        .noneMatch(b -> b.span().start().isBefore(end) && bin.isBefore(b.span().end()));
  }
}
