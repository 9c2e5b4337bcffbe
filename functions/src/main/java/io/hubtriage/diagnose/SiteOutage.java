package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;

/**
 * A site, carrier or release went down: devices of one network drop together while the rest of the
 * hub stays calm and no 500xxx is seen.
 */
final class SiteOutage implements Explanation {
  private static final Signals SIGNALS =
      Signals.none()
          .with(Signal.CLOSED_REMOTELY, 0.95)
          .with(Signal.NEW_CONNECTION, 0.02)
          .with(Signal.LINK_CONFLICT, 0.02);
  private static final Reconnects RECONNECTS = Reconnects.of(0.04, 0.06, 0.2, 0.5, 0.18, 0.02);

  @Override
  public Cause cause() {
    return Cause.SITE_OUTAGE;
  }

  @Override
  public double enter(Drop drop, Setting setting) {
    double rate =
        drop.continuesBreak() ? 0 : setting.surroundings().siteRate(drop.at(), drop.network());
    return rate * SIGNALS.of(drop.signal()) * RECONNECTS.of(drop, setting);
  }

  @Override
  public double stay(Drop drop, Setting setting) {
    return drop.continuesBreak()
        ? SIGNALS.of(drop.signal()) * Breaks.retryRate(drop.gap()) * 0.3
        : 0;
  }
}
