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

  /** Mean time to the next throw-out, in hours: 45 s. */
  private static final double MEAN = 45 / 3600.0;

  @Override
  public Cause cause() {
    return Cause.DUPLICATE_IDENTITY;
  }

  @Override
  public double enter(Drop drop, Setting setting) {
    return drop.continuesBreak()
        ? 0
        : STARTS_PER_HOUR * SIGNALS.of(drop.signal()) * RECONNECTS.of(drop.reconnect());
  }

  @Override
  public double stay(Drop drop, Setting setting) {
    if (drop.start() == Drop.Start.UNSEEN) {
      return 0;
    }
    long session = drop.continuesBreak() ? drop.gap() : drop.session();
    double rate = Math.exp(-Drop.hours(session) / MEAN) / MEAN;
    return rate * SIGNALS.of(drop.signal()) * RECONNECTS.of(drop.reconnect());
  }
}
