package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Timeline;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * One device's drops and what each is put down to.
 *
 * @param drops oldest first
 * @param surroundings it was judged in
 * @param leads the explanations that lead, per drop
 * @param causes the verdict, per drop
 */
record DeviceDiagnosis(
    Timeline timeline,
    List<Drop> drops,
    Habits habits,
    Surroundings surroundings,
    Leads leads,
    List<Cause> causes) {
  /** A cause wins with at least this share; below, two causes fit. */
  private static final double CLEAR = 0.6;

  /**
   * The same where the others that fit ask somebody to act as well: silence would be wrong for
   * certain, and the likeliest is where to begin.
   */
  private static final double CLEAR_OF_TROUBLES = 0.5;

  /** The same while rows of the time around the drop may still come. */
  private static final double CLEAR_EARLY = 0.9;

  /** The verdict on drop {@code i}. */
  Cause cause(int i) {
    return causes.get(i);
  }

  /**
   * Whether drop {@code i} has no verdict because two causes fit; while rows around it may still
   * come, the first has to lead by more than later.
   */
  boolean torn(int i) {
    return cause(i) == Cause.UNKNOWN && leads.share(i) < CLEAR_EARLY;
  }

  /** The shares of all explanations, per drop; worked out anew every time. */
  Posterior posterior() {
    Setting setting = new Setting(habits, surroundings);
    return Posterior.of(Weights.of(Catalogue.EXPLANATIONS, drops, setting));
  }

  /** The greatest share of a cause among the drops from {@code first} to {@code last}, 0 to 1. */
  double confidence(Cause cause, int first, int last) {
    double confidence = leads.greatest(cause, first, last);
    if (confidence == 0) {
      Posterior posterior = posterior();
      for (int i = first; i <= last; i++) {
        confidence = Math.max(confidence, posterior.of(i, cause));
      }
    }
    return confidence;
  }

  /**
   * Index of the first drop at or after a time in milliseconds since the epoch; the number of drops
   * if all were before it.
   */
  int firstAt(long millis) {
    return Sorted.firstAt(drops.size(), i -> drops.get(i).at(), millis);
  }

  /** Whether the device was not seen to connect again after its newest drop. */
  boolean waiting() {
    return !drops.isEmpty() && drops.get(drops.size() - 1).reconnectMillis() < 0;
  }

  /** Diagnoses a device in its surroundings. */
  static DeviceDiagnosis of(
      Timeline timeline, List<TokenLives.Life> cohortLives, Surroundings surroundings) {
    return of(timeline, cohortLives, surroundings, millis -> false);
  }

  /**
   * Diagnoses a device in its surroundings.
   *
   * @param connectedSince whether events saw it connected at a time, in milliseconds since the
   *     epoch, or later
   */
  static DeviceDiagnosis of(
      Timeline timeline,
      List<TokenLives.Life> cohortLives,
      Surroundings surroundings,
      LongPredicate connectedSince) {
    List<Drop> drops = Drops.of(timeline, surroundings.settledBefore(), connectedSince);
    return judged(
        timeline, drops, HabitsLearner.first(timeline.client(), cohortLives, drops), surroundings);
  }

  /** The same device where other bursts are known; all else around it must be as before. */
  DeviceDiagnosis in(Surroundings surroundings) {
    return judged(timeline, drops, HabitsLearner.unlearned(habits), surroundings);
  }

  private static DeviceDiagnosis judged(
      Timeline timeline, List<Drop> drops, Habits first, Surroundings surroundings) {
    Habits habits = first;
    Weights weights = Weights.of(Catalogue.EXPLANATIONS, drops, new Setting(habits, surroundings));
    Posterior posterior = Posterior.of(weights);
    Habits learned = HabitsLearner.again(habits, drops, posterior);
    if (learned.differs(habits)) {
      habits = learned;
      weights.learned(drops, new Setting(habits, surroundings));
      posterior = Posterior.of(weights);
    }
    Leads leads = Leads.of(drops, posterior);
    return new DeviceDiagnosis(
        timeline, drops, habits, surroundings, leads, causes(drops, leads, surroundings));
  }

  private static List<Cause> causes(List<Drop> drops, Leads leads, Surroundings surroundings) {
    Cause[] causes = new Cause[drops.size()];
    for (int i = 0; i < causes.length; i++) {
      Cause best = leads.best(i);
      boolean early = drops.get(i).at() >= surroundings.settledBefore();
      double least = early ? CLEAR_EARLY : leads.actionable(i) ? CLEAR_OF_TROUBLES : CLEAR;
      boolean clear = leads.share(i) >= least;
      causes[i] = clear && !waits(best, drops, i, early) ? best : Cause.UNKNOWN;
    }
    return List.of(causes);
  }

  /** Whether the verdict rests on what is not in the log, and that may still come. */
  private static boolean waits(Cause cause, List<Drop> drops, int i, boolean early) {
    return switch (cause) {
      case CONNECTION_LOST, PLANNED_RECONNECT -> early;
      case AUTHENTICATION_FAILURE -> !Refusals.proven(drops, i);
      default -> false;
    };
  }
}
