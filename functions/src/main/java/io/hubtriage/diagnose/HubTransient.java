package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;

/**
 * The hub had a fault: 500001, 500008 and their code-less kin say so on the device's own rows;
 * 404104 alone counts only inside a burst of the whole hub
 * (learn.microsoft.com/azure/iot-hub/troubleshoot-error-codes#500xxx-internal-server-errors).
 */
final class HubTransient implements Explanation {
  private static final Signals SIGNALS =
      Signals.none()
          .with(Signal.CLOSED_REMOTELY, 0.45)
          .with(Signal.SERVER_ERROR, 0.22)
          .with(Signal.GENERIC_TIMEOUT, 0.22)
          .with(Signal.SERVICE_UNAVAILABLE, 0.05)
          .with(Signal.INTERNAL_SERVER_ERROR, 0.05)
          .with(Signal.LINK_CONFLICT, 0.003)
          .with(Signal.NEW_CONNECTION, 0.003)
          .with(Signal.NONE, 0.003);
  private static final Reconnects RECONNECTS = Reconnects.of(0.06, 0.1, 0.2, 0.5, 0.12, 0.02);

  /** Faults that touch single devices and do not say so. */
  private static final double STARTS_PER_HOUR = 0.00005;

  /** Faults that touch single devices and say so: the rarest of the names is as clear as a code. */
  private static final double TOLD_PER_HOUR = 0.005;

  /** The share of attempts to connect that meet such a fault, whatever ended the connection. */
  private static final double MET_BY_ATTEMPT = 0.005;

  @Override
  public Cause cause() {
    return Cause.HUB_TRANSIENT;
  }

  @Override
  public double enter(Drop drop, Setting setting) {
    double rate = own(drop) + setting.surroundings().hubRate(drop.at());
    return rate * SIGNALS.of(drop.signal()) * RECONNECTS.of(drop, setting);
  }

  private static double own(Drop drop) {
    if (!drop.signal().isServerError()) {
      return STARTS_PER_HOUR;
    }
    return drop.continuesBreak()
        ? TOLD_PER_HOUR + MET_BY_ATTEMPT * Breaks.retryRate(drop.gap())
        : TOLD_PER_HOUR;
  }

  @Override
  public double stay(Drop drop, Setting setting) {
    return drop.continuesBreak() ? SIGNALS.of(drop.signal()) * Breaks.retryRate(drop.gap()) : 0;
  }
}
