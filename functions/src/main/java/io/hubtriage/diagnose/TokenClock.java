package io.hubtriage.diagnose;

import io.hubtriage.model.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A token that runs out by its own clock, not a life after the last connect: a gateway, or a client
 * that keeps its token over a reconnect. Renewals then lie on a grid of time, whatever else drops
 * the connection in between.
 *
 * @param first milliseconds since the epoch of one renewal
 * @param period milliseconds from one to the next
 * @param spread standard deviation of a renewal around the grid, in milliseconds
 */
record TokenClock(double first, double period, double spread) {
  /** Renewals that must lie on the grid. */
  private static final int LEAST = 4;

  /** The share of the grid's points with a renewal; rows get lost, so not all have one. */
  private static final double FILLED = 0.6;

  /** How far off the grid a renewal may be, and what a session must differ from a period by. */
  private static final double NEAR = 60_000;

  private static final double SHORTEST = 270_000;
  private static final double NARROWEST = 12_000;

  /** A loop has more breaks than a clock can be read from. */
  private static final int MOST = 150;

  /** The rate, per hour, at which the clock ends a connection at this time. */
  double rate(long at) {
    double off = Math.abs(offset(at)) / spread;
    double hours = spread / 3_600_000;
    return Math.exp(-off * off / 2) / (hours * Math.sqrt(2 * Math.PI));
  }

  /** Milliseconds from the nearest point of the grid. */
  private double offset(long millis) {
    double at = (double) millis;
    return at - first - period * Math.rint((at - first) / period);
  }

  /**
   * The clock of a device, where most points of some grid have a renewal and some of those ended
   * sessions that were no life old.
   */
  static Optional<TokenClock> of(List<Drop> drops) {
    List<Drop> breaks = new ArrayList<>();
    List<Drop> telling = new ArrayList<>();
    for (Drop drop : drops) {
      boolean plain = drop.signal() == Signal.NONE || drop.signal() == Signal.UNAUTHORIZED;
      if (!drop.continuesBreak() && (plain || drop.signal() == Signal.CLOSED_REMOTELY)) {
        breaks.add(drop);
        if (plain) {
          telling.add(drop);
        }
      }
    }
    if (breaks.size() < LEAST || breaks.size() > MOST) {
      return Optional.empty();
    }
    // A client that never shows a 401003 tells by its 404104s alone.
    List<Drop> pairs = telling.size() >= 3 ? telling : breaks;
    long[] times = breaks.stream().mapToLong(Drop::at).toArray();
    TokenClock best = null;
    int most = LEAST - 1;
    for (int i = 0; i < pairs.size(); i++) {
      for (int j = i + 1; j < Math.min(pairs.size(), i + 4); j++) {
        double period = pairs.get(j).at() - pairs.get(i).at();
        TokenClock clock = new TokenClock(pairs.get(i).at(), period, NARROWEST);
        int on = period < SHORTEST ? 0 : clock.on(times, most);
        if (on > most) {
          most = on;
          best = clock;
        }
      }
    }
    return Optional.ofNullable(best).flatMap(clock -> clock.fitted(breaks));
  }

  /** How many times lie on the grid; {@code most} or less once they cannot be more than that. */
  private int on(long[] times, int most) {
    int on = 0;
    for (int i = 0; i < times.length && on + times.length - i > most; i++) {
      on += Math.abs(offset(times[i])) < NEAR ? 1 : 0;
    }
    return on;
  }

  private List<Drop> on(List<Drop> breaks) {
    return breaks.stream().filter(d -> Math.abs(offset(d.at())) < NEAR).toList();
  }

  /** The grid that fits best, by least squares, if it stands. */
  private Optional<TokenClock> fitted(List<Drop> breaks) {
    List<Drop> on = on(breaks);
    double n = on.size();
    if (n < LEAST) {
      return Optional.empty();
    }
    double meanK = 0;
    double meanT = 0;
    for (Drop drop : on) {
      meanK += point(drop) / n;
      meanT += (drop.at() - first) / n;
    }
    double kk = 0;
    double kt = 0;
    for (Drop drop : on) {
      double k = point(drop) - meanK;
      kk += k * k;
      kt += k * (drop.at() - first - meanT);
    }
    if (kk == 0) {
      return Optional.empty();
    }
    double slope = kt / kk;
    TokenClock fit = new TokenClock(first + meanT - slope * meanK, slope, spread);
    double squares = 0;
    for (Drop drop : on) {
      squares += fit.offset(drop.at()) * fit.offset(drop.at()) / n;
    }
    TokenClock clock = new TokenClock(fit.first, slope, Math.max(NARROWEST, Math.sqrt(squares)));
    return clock.stands(breaks) ? Optional.of(clock) : Optional.empty();
  }

  private double point(Drop drop) {
    return Math.rint((drop.at() - first) / period);
  }

  private boolean stands(List<Drop> breaks) {
    List<Drop> on = on(breaks);
    double points = on.stream().mapToDouble(this::point).distinct().count();
    double span = (breaks.get(breaks.size() - 1).at() - breaks.get(0).at()) / period + 1;
    long early =
        on.stream()
            .filter(d -> d.start() == Drop.Start.CONNECT && d.session() < period - 2 * NEAR)
            .count();
    return points >= LEAST && points >= FILLED * span && early >= 2;
  }
}
