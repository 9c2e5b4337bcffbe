package io.hubtriage.diagnose;

import io.hubtriage.model.Band;
import java.util.List;

/** The token lives a device may have, and how likely each is, as session lengths. */
final class TokenLives {
  /** No token can end the device's connections. */
  static final TokenLives NONE = new TokenLives(List.of(), 0);

  /** Lives that people set: five minutes to a day and some. */
  private static final double SHORTEST = 0.05;

  private static final double LONGEST = 25;

  private final List<Life> lives;
  private final double unlearned;

  /** Per life, times in hours: every drop is weighed against each of them. */
  private final double[] from;

  private final double[] to;
  private final double[] weights;

  /** What the lives' weights leave of 1. */
  private final double rest;

  /**
   * These lives.
   *
   * @param lives may be empty: nothing is known
   * @param unlearned how likely the device has a life nobody has learned yet; with the lives'
   *     weights at most 1
   */
  TokenLives(List<Life> lives, double unlearned) {
    this.lives = List.copyOf(lives);
    this.unlearned = unlearned;
    this.from = new double[lives.size()];
    this.to = new double[lives.size()];
    this.weights = new double[lives.size()];
    double left = 1;
    for (int i = 0; i < from.length; i++) {
      Life life = lives.get(i);
      from[i] = Drop.hours(life.band().from().toMillis());
      to[i] = Drop.hours(life.band().to().toMillis());
      weights[i] = life.weight();
      left -= life.weight();
    }
    this.rest = left;
  }

  /** These lives; what their weights leave of 1 is some other life. */
  static TokenLives of(List<Life> lives) {
    double known = lives.stream().mapToDouble(Life::weight).sum();
    return new TokenLives(lives, Math.max(0, 1 - known));
  }

  /**
   * One life.
   *
   * @param band the session lengths it gives
   * @param weight how likely the device has it; the weights of all lives sum to at most 1
   */
  record Life(Band band, double weight) {}

  List<Life> lives() {
    return lives;
  }

  /**
   * The rate, per hour, at which a renewal ends a session that has lasted this long: density over
   * survival of the mixture, the density of one life even over its band.
   */
  double rate(long session) {
    double density = 0;
    double surviving = rest;
    double at = Drop.hours(session);
    for (int i = 0; i < from.length; i++) {
      double weight = weights[i];
      if (at < from[i]) {
        surviving += weight;
      } else if (at < to[i]) {
        density += weight / (to[i] - from[i]);
        surviving += weight * (to[i] - at) / (to[i] - from[i]);
      }
    }
    // A device whose lives have all passed still has some other way to go on: never divide by
    // nothing.
    return density / Math.max(surviving, 0.02);
  }

  /**
   * The rate, per hour, at which a life nobody has learned ends a session: as many lives between 1
   * and 2 hours as between 2 and 4.
   */
  double unlearnedRate(long session) {
    double at = Drop.hours(session);
    return at > SHORTEST && at < 0.95 * LONGEST ? unlearned / (at * Math.log(LONGEST / at)) : 0;
  }

  /** Renewals per hour, over a long time, of a life nobody has learned: one in two hours. */
  double unlearnedAverage() {
    return unlearned / 2;
  }

  /** Whether a session of this length ends where a life does that the device may well have. */
  boolean explain(long session) {
    for (Life life : lives) {
      if (life.weight() > 0.05 && life.band().contains(session)) {
        return true;
      }
    }
    return false;
  }

  /** Renewals per hour over a long time; 0 if nothing is known. */
  double average() {
    double rate = 0;
    for (int i = 0; i < from.length; i++) {
      rate += weights[i] / from[i];
    }
    return rate;
  }
}
