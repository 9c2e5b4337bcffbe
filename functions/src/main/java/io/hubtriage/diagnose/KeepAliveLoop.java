package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;

/**
 * Pings do not get through: the hub closes every session at 1.5 times the keep-alive, the device
 * connects again at once, and so on
 * (learn.microsoft.com/azure/iot/iot-mqtt-connect-to-iot-hub#default-keep-alive-timeout).
 */
final class KeepAliveLoop implements Explanation {
  private static final Signals SIGNALS =
      Signals.none()
          .with(Signal.CLOSED_REMOTELY, 0.97)
          .with(Signal.NEW_CONNECTION, 0.005)
          .with(Signal.LINK_CONFLICT, 0.005)
          .with(Signal.NONE, 0.002);
  private static final Reconnects RECONNECTS = Reconnects.of(0.3, 0.5, 0.15, 0.04, 0.005, 0.005);
  private static final double STARTS_PER_HOUR = 0.002;

  @Override
  public Cause cause() {
    return Cause.KEEP_ALIVE_TIMEOUT;
  }

  @Override
  public double enter(Drop drop, Setting setting) {
    return drop.continuesBreak()
        ? 0
        : STARTS_PER_HOUR * SIGNALS.of(drop.signal()) * RECONNECTS.of(drop, setting);
  }

  @Override
  public double stay(Drop drop, Setting setting) {
    Timeouts timeouts = setting.habits().timeouts();
    double rate =
        switch (drop.start()) {
          case CONNECT -> timeouts.rate(drop.session()) + 0.05 * timeouts.rate(drop.session() / 2);
          // The lost connect came some seconds after the drop before it.
          case LOST_CONNECT ->
              0.5 * timeouts.rate(drop.gap() - 4_000) + 0.3 * timeouts.rate(drop.gap() - 8_000);
          case SAME_BREAK, UNSEEN -> 0;
        };
    return rate * SIGNALS.of(drop.signal()) * RECONNECTS.of(drop, setting);
  }
}
