package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;

/**
 * The platform closed (400029) or refused (400030) connections while it was upgraded; a retry works
 * at once (learn.microsoft.com/azure/iot-hub/troubleshoot-error-codes#400xxx-bad-request-errors).
 */
final class PlatformUpgrade implements Explanation {
  private static final Signals SIGNALS =
      Signals.none().with(Signal.UPGRADE_CLOSED, 0.6).with(Signal.UPGRADE_REJECTED, 0.39);
  private static final double PER_HOUR = 0.01;

  @Override
  public Cause cause() {
    return Cause.PLATFORM_UPGRADE;
  }

  @Override
  public double enter(Drop drop, Setting setting) {
    return PER_HOUR * SIGNALS.of(drop.signal());
  }

  @Override
  public double stay(Drop drop, Setting setting) {
    return drop.continuesBreak() ? SIGNALS.of(drop.signal()) * Breaks.retryRate(drop.gap()) : 0;
  }
}
