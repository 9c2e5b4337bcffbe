package io.hubtriage.diagnose;

import io.hubtriage.model.Band;
import java.util.List;

/**
 * The token lives a device may have, and how likely each is, as session lengths.
 *
 * @param lives may be empty: nothing is known
 */
record TokenLives(List<Life> lives) {
  /** Nothing is known. */
  static final TokenLives NONE = new TokenLives(List.of());

  TokenLives {
    lives = List.copyOf(lives);
  }

  /**
   * One life.
   *
   * @param band the session lengths it gives
   * @param weight how likely the device has it; the weights of all lives sum to at most 1
   */
  record Life(Band band, double weight) {}

  /**
   * The rate, per hour, at which a renewal ends a session that has lasted this long: density over
   * survival of the mixture, the density of one life even over its band.
   */
  double rate(long session) {
    double density = 0;
    double surviving = 1 - lives.stream().mapToDouble(Life::weight).sum();
    for (Life life : lives) {
      double from = Drop.hours(life.band().from().toMillis());
      double to = Drop.hours(life.band().to().toMillis());
      double at = Drop.hours(session);
      if (at < from) {
        surviving += life.weight();
      } else if (at < to) {
        density += life.weight() / (to - from);
        surviving += life.weight() * (to - at) / (to - from);
      }
    }
    // A device whose lives have all passed still has some other way to go on: never divide by
    // nothing.
    return density / Math.max(surviving, 0.02);
  }

  /** Renewals per hour over a long time; 0 if nothing is known. */
  double average() {
    double rate = 0;
    for (Life life : lives) {
      rate += life.weight() / Drop.hours(life.band().from().toMillis());
    }
    return rate;
  }
}
