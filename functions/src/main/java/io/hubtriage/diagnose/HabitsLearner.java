package io.hubtriage.diagnose;

import io.hubtriage.model.Band;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Client;
import io.hubtriage.model.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Learns a device's habits from its own drops, starting from what its cohort suggests. */
final class HabitsLearner {
  /** Gamma prior of irregular losses: 0.02 per hour, worth 15 hours of watching. */
  private static final double PRIOR_HOURS = 15;

  private static final double PRIOR_LOSSES = Burst.USUAL * PRIOR_HOURS;
  private static final double PRIOR_PLANS = 0.008 * PRIOR_HOURS;

  /** A life so unlikely changes no verdict. */
  private static final double NEGLIGIBLE = 1e-4;

  private HabitsLearner() {}

  /**
   * Before any verdict.
   *
   * @param cohort lives of the device's cohort; weights as for a device nobody knows
   */
  static Habits first(Client client, List<TokenLives.Life> cohort, List<Drop> drops) {
    Sessions sessions = Sessions.of(drops);
    TokenLives lives = client.cohort().dropsAtRenewal() ? lives(cohort, sessions) : TokenLives.NONE;
    return usual(
        client,
        lives,
        client.cohort().dropsAtRenewal() ? TokenClock.of(drops) : Optional.empty(),
        timeouts(client, lives, drops));
  }

  /** The same without what {@link #again} learned. */
  static Habits unlearned(Habits habits) {
    return usual(habits.client(), habits.lives(), habits.clock(), habits.timeouts());
  }

  private static Habits usual(
      Client client, TokenLives lives, Optional<TokenClock> clock, Timeouts timeouts) {
    return new Habits(
        client,
        lives,
        clock,
        PRIOR_LOSSES / PRIOR_HOURS,
        PRIOR_PLANS / PRIOR_HOURS,
        timeouts,
        CrashLoop.USUAL_MEAN);
  }

  /** After a first round of verdicts. */
  static Habits again(Habits habits, List<Drop> drops, Posterior posterior) {
    double losses = PRIOR_LOSSES;
    double plans = PRIOR_PLANS;
    double crashes = 2;
    double crashHours = 2 * CrashLoop.USUAL_MEAN;
    for (int i = 0; i < drops.size(); i++) {
      Drop drop = drops.get(i);
      if (drop.continuesBreak()) {
        continue;
      }
      losses += posterior.of(i, Cause.CONNECTION_LOST);
      plans += posterior.of(i, Cause.PLANNED_RECONNECT);
      if (drop.start() == Drop.Start.CONNECT && drop.session() < 1_800_000) {
        double crash = posterior.of(i, Cause.CRASH_LOOP);
        crashes += crash;
        crashHours += crash * Drop.hours(drop.session());
      }
    }
    double hours =
        drops.isEmpty() ? 0 : Drop.hours(drops.get(drops.size() - 1).at() - drops.get(0).at());
    return new Habits(
        habits.client(),
        habits.lives(),
        habits.clock(),
        losses / (PRIOR_HOURS + hours),
        plans / (PRIOR_HOURS + hours),
        habits.timeouts(),
        crashHours / crashes);
  }

  /**
   * Cohort lives weighed by the device's own sessions, and a life of its own where its sessions
   * agree on one.
   */
  private static TokenLives lives(List<TokenLives.Life> cohort, Sessions sessions) {
    List<TokenLives.Life> lives = new ArrayList<>(cohort);
    OwnLife.of(sessions)
        .ifPresent(
            band -> {
              double weight = 0.02;
              for (TokenLives.Life life : cohort) {
                if (overlaps(life.band(), band)) {
                  weight += life.weight();
                  lives.remove(life);
                }
              }
              lives.add(new TokenLives.Life(band, Math.min(1, weight)));
            });
    // Sessions seen count ten times as much as the cohort's word: a device keeps its life. One that
    // a loss may have ended is left out: alone at a life it would explain itself.
    double total = 0.1;
    double[] seen = new double[lives.size()];
    for (int j = 0; j < seen.length; j++) {
      Band band = lives.get(j).band();
      long from = band.from().toMillis();
      long to = band.to().toMillis();
      int renewing = sessions.renewingWithin(from, to);
      seen[j] = Math.max(renewing, sessions.within(from, to) - 1);
      total += seen[j];
    }
    List<TokenLives.Life> weighed = new ArrayList<>();
    for (int j = 0; j < seen.length; j++) {
      double weight = (seen[j] + 0.1 * lives.get(j).weight()) / total;
      if (weight >= NEGLIGIBLE) {
        weighed.add(new TokenLives.Life(lives.get(j).band(), weight));
      }
    }
    return TokenLives.of(weighed);
  }

  private static boolean overlaps(Band a, Band b) {
    return a.from().compareTo(b.to()) < 0 && b.from().compareTo(a.to()) < 0;
  }

  /**
   * The SDK's timeouts, led by one that several sessions agree on to a few seconds, unless that is
   * a token's life.
   */
  private static Timeouts timeouts(Client client, TokenLives lives, List<Drop> drops) {
    Timeouts usual = Timeouts.of(client.sdk());
    LongStream.Builder loops = LongStream.builder();
    for (Drop drop : drops) {
      boolean mayLoop =
          drop.signal() == Signal.CLOSED_REMOTELY
              && drop.start() == Drop.Start.CONNECT
              && drop.session() >= 15_000
              && drop.session() <= Duration.ofMinutes(30).toMillis()
              && !lives.explain(drop.session());
      if (mayLoop) {
        loops.add(drop.session());
      }
    }
    long[] closed = loops.build().sorted().toArray();
    long tolerance = Math.round(3 * Timeouts.SPREAD_MILLIS);
    int best = 0;
    long middle = 0;
    for (int i = 0, j = 0; i < closed.length; i++) {
      while (closed[i] - closed[j] > tolerance) {
        j++;
      }
      if (i - j + 1 > best) {
        best = i - j + 1;
        middle = closed[(i + j) / 2];
      }
    }
    int near = Sorted.within(closed, middle * 3 / 10, middle * 3 / 2);
    return best >= 3 && best >= 0.5 * near ? usual.measured(middle) : usual;
  }
}
