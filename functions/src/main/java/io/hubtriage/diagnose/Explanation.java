package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;

/**
 * A cause as a competitor for a row. Rates are per hour and compete like hazards: given that a
 * connection ended now, the chance that a cause ended it is its rate's share of all rates
 * (competing risks; Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, ch.
 * 8). A rate includes how likely the cause is to leave this code and this reconnect behind.
 */
interface Explanation {
  /** What it explains. */
  Cause cause();

  /** The rate at which the cause strikes a sound device with a row like this. */
  double enter(Drop drop, Setting setting);

  /**
   * The rate at which the cause, having caused the row before, causes this one too: the rest of the
   * same break, or the next turn of a loop.
   */
  double stay(Drop drop, Setting setting);

  /**
   * Whether it goes by a rate that is learned from the device's own drops: one of those that {@link
   * HabitsLearner#again} learns. All others would say the same again.
   */
  default boolean goesByRates() {
    return false;
  }
}
