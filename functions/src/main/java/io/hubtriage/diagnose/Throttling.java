package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;

/**
 * A throttle or the daily quota was reached: 429xxx, 403002
 * (learn.microsoft.com/azure/iot-hub/troubleshoot-error-codes#429xxx-throttling-exception-errors).
 */
final class Throttling implements Explanation {
  private static final Signals SIGNALS =
      Signals.none()
          .with(Signal.THROTTLED, 0.6)
          .with(Signal.THROTTLED_OTHER, 0.2)
          .with(Signal.QUOTA_EXCEEDED, 0.19);
  private static final double PER_HOUR = 0.01;

  @Override
  public Cause cause() {
    return Cause.THROTTLED;
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
