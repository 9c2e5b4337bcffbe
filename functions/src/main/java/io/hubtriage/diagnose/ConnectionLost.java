package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;

/**
 * The network or the client's end failed: 404104 at no particular time, at the device's own
 * constant rate. A device that is back before the hub noticed shows 400027 or 409002 instead
 * (learn.microsoft.com/azure/iot-hub/troubleshoot-error-codes).
 */
final class ConnectionLost implements Explanation {
  private static final Signals SIGNALS =
      Signals.none()
          .with(Signal.CLOSED_REMOTELY, 0.82)
          .with(Signal.NEW_CONNECTION, 0.09)
          .with(Signal.LINK_CONFLICT, 0.05)
          .with(Signal.NONE, 0.01)
          .with(Signal.UNAUTHORIZED, 0.0005);
  private static final Reconnects RECONNECTS = Reconnects.of(0.14, 0.14, 0.3, 0.3, 0.08, 0.04);

  /** The row is written when the client is back, so its connect follows at once. */
  private static final Reconnects TAKEN_OVER = Reconnects.of(0.85, 0.06, 0.03, 0.03, 0.02, 0.01);

  /** Chance that a loss is followed by the next one of a bad spell. */
  private static final double SPELLS = 0.3;

  /** Mean time between the losses of a bad spell, in hours: 4 min. */
  private static final double SPELL_MEAN = 4 / 60.0;

  @Override
  public Cause cause() {
    return Cause.CONNECTION_LOST;
  }

  @Override
  public boolean goesByRates() {
    return true;
  }

  @Override
  public double enter(Drop drop, Setting setting) {
    double rate = drop.continuesBreak() ? 0 : setting.habits().lossRate();
    return rate * leaves(drop, setting);
  }

  @Override
  public double stay(Drop drop, Setting setting) {
    if (drop.continuesBreak()) {
      return SIGNALS.of(drop.signal()) * Breaks.retryRate(drop.gap()) * 0.3;
    }
    if (drop.start() == Drop.Start.UNSEEN) {
      return 0;
    }
    double spell = Math.exp(-Drop.hours(drop.session()) / SPELL_MEAN) / SPELL_MEAN;
    return SPELLS * spell * leaves(drop, setting);
  }

  private static double leaves(Drop drop, Setting setting) {
    boolean taken = drop.signal() == Signal.NEW_CONNECTION || drop.signal() == Signal.LINK_CONFLICT;
    return SIGNALS.of(drop.signal()) * (taken ? TAKEN_OVER : RECONNECTS).of(drop, setting);
  }
}
