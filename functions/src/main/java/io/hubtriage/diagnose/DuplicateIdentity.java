package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;

/**
 * Two clients use one identity: the hub closes the older connection at every new one (400027, at
 * times 409002 or 404104), and the loser comes straight back
 * (learn.microsoft.com/azure/iot-hub/troubleshoot-error-codes).
 */
final class DuplicateIdentity implements Explanation {
  private static final Signals SIGNALS =
      Signals.none()
          .with(Signal.NEW_CONNECTION, 0.5)
          .with(Signal.CLOSED_REMOTELY, 0.3)
          .with(Signal.LINK_CONFLICT, 0.18)
          .with(Signal.NONE, 0.01);
  private static final Reconnects RECONNECTS = Reconnects.of(0.78, 0.14, 0.05, 0.02, 0.005, 0.005);
  private static final double STARTS_PER_HOUR = 0.002;

  /** Mean time a thrown-out client waits before it comes back, in hours: 20 s. */
  private static final double BACK_OFF = 20 / 3600.0;

  /** Chance that a turn is missing from the log. */
  private static final double TURN_LOST = 0.08;

  @Override
  public Cause cause() {
    return Cause.DUPLICATE_IDENTITY;
  }

  @Override
  public double enter(Drop drop, Setting setting) {
    return drop.continuesBreak()
        ? 0
        : STARTS_PER_HOUR * SIGNALS.of(drop.signal()) * RECONNECTS.of(drop, setting);
  }

  @Override
  public double stay(Drop drop, Setting setting) {
    if (drop.start() == Drop.Start.UNSEEN) {
      return 0;
    }
    long session = drop.continuesBreak() ? drop.gap() : drop.session();
    double turns = Drop.hours(session) / BACK_OFF;
    // From one conflict to the next two clients wait, one after the other (Erlang distribution).
    double one = turns * Math.exp(-turns) / BACK_OFF;
    double two = turns * turns * turns / 6 * Math.exp(-turns) / BACK_OFF;
    double rate = (1 - TURN_LOST) * one + TURN_LOST * two;
    return rate * SIGNALS.of(drop.signal()) * RECONNECTS.of(drop, setting);
  }
}
