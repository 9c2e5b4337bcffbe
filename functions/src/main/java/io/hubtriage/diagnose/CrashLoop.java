package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;

/**
 * The application dies soon after every start: short sessions of irregular length, each followed by
 * the time a restart takes.
 */
final class CrashLoop implements Explanation {
  /** Mean session of a crash loop nobody has measured, in hours: 90 s. */
  static final double USUAL_MEAN = 90 / 3600.0;

  private static final Signals SIGNALS =
      Signals.none()
          .with(Signal.CLOSED_REMOTELY, 0.97)
          .with(Signal.NONE, 0.01)
          .with(Signal.LINK_CONFLICT, 0.005)
          .with(Signal.NEW_CONNECTION, 0.005);
  private static final Reconnects RECONNECTS = Reconnects.of(0.03, 0.15, 0.7, 0.1, 0.01, 0.01);
  private static final double STARTS_PER_HOUR = 0.002;

  @Override
  public Cause cause() {
    return Cause.CRASH_LOOP;
  }

  @Override
  public boolean goesByRates() {
    return true;
  }

  @Override
  public double enter(Drop drop, Setting setting) {
    return drop.continuesBreak()
        ? 0
        : STARTS_PER_HOUR * SIGNALS.of(drop.signal()) * RECONNECTS.of(drop, setting);
  }

  @Override
  public double stay(Drop drop, Setting setting) {
    if (drop.continuesBreak() || drop.start() == Drop.Start.UNSEEN) {
      return 0;
    }
    double mean = setting.habits().crashMean();
    double rate = Math.exp(-Drop.hours(drop.session()) / mean) / mean;
    return rate * SIGNALS.of(drop.signal()) * RECONNECTS.of(drop, setting);
  }
}
