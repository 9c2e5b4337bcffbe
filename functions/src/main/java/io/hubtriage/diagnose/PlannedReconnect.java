package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;

/** The client closed the connection properly, at a time no token explains, and came back. */
final class PlannedReconnect implements Explanation {
  private static final Signals SIGNALS =
      Signals.none().with(Signal.NONE, 0.99).with(Signal.CLOSED_REMOTELY, 0.002);
  private static final Reconnects RECONNECTS = Reconnects.of(0.35, 0.4, 0.2, 0.04, 0.005, 0.005);

  @Override
  public Cause cause() {
    return Cause.PLANNED_RECONNECT;
  }

  @Override
  public boolean goesByRates() {
    return true;
  }

  @Override
  public double enter(Drop drop, Setting setting) {
    return drop.continuesBreak()
        ? 0
        : setting.habits().plannedRate() * SIGNALS.of(drop.signal()) * RECONNECTS.of(drop, setting);
  }

  @Override
  public double stay(Drop drop, Setting setting) {
    return 0;
  }
}
