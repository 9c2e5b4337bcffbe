package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;

/**
 * Something the catalogue does not know: any signal, any time, rarely. It wins where nothing else
 * fits.
 */
final class Unexplained implements Explanation {
  private static final double PER_HOUR = 2e-5;
  private static final Reconnects ANY = Reconnects.of(1, 1, 1, 1, 1, 1);

  @Override
  public Cause cause() {
    return Cause.UNKNOWN;
  }

  @Override
  public double enter(Drop drop, Setting setting) {
    double stray = PER_HOUR * ANY.of(drop, setting);
    TokenLives lives = setting.habits().lives();
    double unlearned =
        switch (drop.start()) {
          case CONNECT -> lives.unlearnedRate(drop.session());
          case LOST_CONNECT -> 0.5 * lives.unlearnedRate(drop.session());
          case UNSEEN -> lives.unlearnedAverage();
          case SAME_BREAK -> 0;
        };
    return stray
        + unlearned * Renewal.SIGNALS.of(drop.signal()) * Renewal.RECONNECTS.of(drop, setting);
  }

  @Override
  public double stay(Drop drop, Setting setting) {
    return drop.continuesBreak()
        ? Renewal.pair(drop, setting) + PER_HOUR * Breaks.retryRate(drop.gap())
        : 0;
  }
}
