package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;

/**
 * Something the catalogue does not know: any signal, any time, rarely. It wins where nothing else
 * fits.
 */
final class Unexplained implements Explanation {
  private static final double PER_HOUR = 2e-5;

  @Override
  public Cause cause() {
    return Cause.UNKNOWN;
  }

  @Override
  public double enter(Drop drop, Setting setting) {
    return PER_HOUR * Reconnects.of(1, 1, 1, 1, 1, 1).of(drop.reconnect());
  }

  @Override
  public double stay(Drop drop, Setting setting) {
    return drop.continuesBreak() ? PER_HOUR * Breaks.retryRate(drop.gap()) : 0;
  }
}
