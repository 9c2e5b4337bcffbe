package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Timeline;
import java.util.List;

/**
 * One device's drops and what each is put down to.
 *
 * @param drops oldest first
 * @param posterior the shares of the explanations, per drop
 */
record DeviceDiagnosis(Timeline timeline, List<Drop> drops, Habits habits, Posterior posterior) {
  /** A cause wins with at least this share; below, two causes fit. */
  static final double CLEAR = 0.6;

  /** The verdict on drop {@code i}. */
  Cause cause(int i) {
    Cause best = posterior.best(i);
    return posterior.of(i, best) >= CLEAR ? best : Cause.UNKNOWN;
  }

  /** Whether the device was not seen to connect again after its newest drop. */
  boolean waiting() {
    return !drops.isEmpty() && drops.get(drops.size() - 1).reconnectMillis() < 0;
  }

  /** Diagnoses a device in its surroundings. */
  static DeviceDiagnosis of(
      Timeline timeline, List<TokenLives.Life> cohortLives, Surroundings surroundings) {
    List<Drop> drops = Drops.of(timeline, surroundings.settledBefore());
    Habits habits = HabitsLearner.first(timeline.client(), cohortLives, drops);
    Posterior posterior =
        Posterior.of(Catalogue.EXPLANATIONS, drops, new Setting(habits, surroundings));
    habits = HabitsLearner.again(habits, drops, posterior);
    posterior = Posterior.of(Catalogue.EXPLANATIONS, drops, new Setting(habits, surroundings));
    return new DeviceDiagnosis(timeline, drops, habits, posterior);
  }
}
