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

  @Override
  public Cause cause() {
    return Cause.CONNECTION_LOST;
  }

  @Override
  public double enter(Drop drop, Setting setting) {
    double rate = drop.continuesBreak() ? 0 : setting.habits().lossRate();
    return rate * SIGNALS.of(drop.signal()) * RECONNECTS.of(drop.reconnect());
  }

  @Override
  public double stay(Drop drop, Setting setting) {
    return drop.continuesBreak()
        ? SIGNALS.of(drop.signal()) * Breaks.retryRate(drop.gap()) * 0.3
        : 0;
  }
}
