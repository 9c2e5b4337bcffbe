package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;

/**
 * The hub refuses the device's credentials, and goes on refusing: 401003 again and again without a
 * connect in between. A single 401003 before a reconnect is a renewal
 * (learn.microsoft.com/azure/iot-hub/troubleshoot-error-codes#401003-iothubunauthorized-error).
 */
final class AuthenticationFailure implements Explanation {
  private static final Signals SIGNALS =
      Signals.none().with(Signal.UNAUTHORIZED, 0.96).with(Signal.CLOSED_REMOTELY, 0.03);
  private static final Reconnects RECONNECTS = Reconnects.of(0.003, 0.007, 0.02, 0.07, 0.5, 0.4);
  private static final double STARTS_PER_HOUR = 0.002;

  @Override
  public Cause cause() {
    return Cause.AUTHENTICATION_FAILURE;
  }

  @Override
  public double enter(Drop drop, Setting setting) {
    return STARTS_PER_HOUR * SIGNALS.of(drop.signal()) * RECONNECTS.of(drop, setting);
  }

  @Override
  public double stay(Drop drop, Setting setting) {
    return tries(drop) && drop.start() != Drop.Start.CONNECT
        ? SIGNALS.of(drop.signal())
            * Breaks.retryRate(drop.gap())
            * RECONNECTS.of(drop, setting)
            / RECONNECTS.of(Reconnect.LONG)
        : 0;
  }

  /**
   * Refused clients give up for longer than a break lasts, and then try again. Which operation's
   * row tells of it is not fixed.
   */
  private static boolean tries(Drop drop) {
    return drop.continuesBreak()
        || drop.operation() == Operation.CONNECT
        || (drop.signal() == Signal.UNAUTHORIZED && drop.gap() <= Refusals.RETRIES);
  }
}
