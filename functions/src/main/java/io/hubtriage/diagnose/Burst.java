package io.hubtriage.diagnose;

import io.hubtriage.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A time in which far more devices of a hub, or of one network of it, dropped than usual.
 *
 * @param network the masked address they share; {@code ""} for the whole hub
 * @param start a whole minute
 * @param excess per minute from {@code start}: how many times as many devices as usual dropped on
 *     top of the usual; 0 in a calm minute
 */
public record Burst(String network, Instant start, List<Double> excess) {
  /** A device's usual rate of irregular losses per hour: the scale that an excess multiplies. */
  static final double USUAL = 0.02;

  private static final long MINUTE = 60_000;

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is no minute
   */
  public Burst {
    excess = List.copyOf(excess);
    if (excess.isEmpty()) {
      throw new IllegalArgumentException("a burst lasts a minute at least");
    }
  }

  /** First minute to the end of the last one. */
  public Window span() {
    return new Window(start, start.plus(Duration.ofMinutes(excess.size())));
  }

  /** The rate, per hour, at which the burst ends a connection at this time; 0 outside it. */
  double rate(long at) {
    long minute = Math.floorDiv(at - start.toEpochMilli(), MINUTE);
    return minute >= 0 && minute < excess.size() ? USUAL * excess.get((int) minute) : 0;
  }

  /**
   * Whether this and another are one: same network, and no more than {@code apart} between them.
   */
  boolean joins(Burst other, Duration apart) {
    return network.equals(other.network)
        && !span().start().isAfter(other.span().end().plus(apart))
        && !other.span().start().isAfter(span().end().plus(apart));
  }

  /** Both in one: from the earlier start to the later end, the greater excess of every minute. */
  Burst with(Burst other) {
    Instant from = start.isBefore(other.start) ? start : other.start;
    Instant to = span().end().isAfter(other.span().end()) ? span().end() : other.span().end();
    List<Double> both = new ArrayList<>();
    for (Instant m = from; m.isBefore(to); m = m.plusMillis(MINUTE)) {
      both.add(Math.max(rate(m.toEpochMilli()), other.rate(m.toEpochMilli())) / USUAL);
    }
    return new Burst(network, from, both);
  }
}
