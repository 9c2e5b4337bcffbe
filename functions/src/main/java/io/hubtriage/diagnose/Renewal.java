package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;

/**
 * A SAS token ran out, or was renewed, and took the MQTT connection with it. The session from
 * connect to disconnect lasts the token's life plus the hub's 5 to 10 minutes of grace (.NET, Java)
 * or up to the SDK's renewal point (Node, C, Python); often 401003 first, then 404104, and a
 * connect within a minute (learn.microsoft.com/azure/iot-hub/iot-hub-troubleshoot-connectivity).
 */
final class Renewal implements Explanation {
  static final Signals SIGNALS =
      Signals.none()
          .with(Signal.NONE, 0.34)
          .with(Signal.CLOSED_REMOTELY, 0.40)
          .with(Signal.UNAUTHORIZED, 0.25)
          .with(Signal.LINK_CONFLICT, 0.0005);
  static final Reconnects RECONNECTS = Reconnects.of(0.3, 0.3, 0.39, 0.005, 0.003, 0.002);

  /** Chance that a whole cycle, connect and disconnect, is missing from the log. */
  private static final double CYCLE_LOST = 0.02;

  /** Chance that a connect is missing from the log. */
  private static final double CONNECT_LOST = 0.1;

  /** How far a clock is believed where one was found. */
  private static final double BY_CLOCK = 0.9;

  @Override
  public Cause cause() {
    return Cause.SAS_TOKEN_RENEWAL;
  }

  @Override
  public double enter(Drop drop, Setting setting) {
    return rate(drop, setting.habits()) * SIGNALS.of(drop.signal()) * RECONNECTS.of(drop, setting);
  }

  private static double rate(Drop drop, Habits habits) {
    double bySession = bySession(habits.lives(), drop);
    if (habits.clock().isEmpty() || drop.continuesBreak()) {
      return bySession;
    }
    double byClock = habits.clock().get().rate(drop.at());
    return BY_CLOCK * byClock + (1 - BY_CLOCK) * bySession;
  }

  private static double bySession(TokenLives lives, Drop drop) {
    return switch (drop.start()) {
      case CONNECT, LOST_CONNECT -> rate(lives, drop);
      case UNSEEN -> lives.average();
      // A refused connect long after the drop before it may end a session whose connect got
      // lost.
      case SAME_BREAK -> drop.gap() > 120_000 ? CONNECT_LOST * lives.rate(drop.gap()) : 0;
    };
  }

  private static double rate(TokenLives lives, Drop drop) {
    double rate = (1 - CYCLE_LOST) * lives.rate(drop.session());
    double lost = CYCLE_LOST;
    for (int cycles = 2; cycles <= 4; cycles++) {
      rate += lost * lives.rate(drop.session() / cycles);
      lost *= 4 * CYCLE_LOST;
    }
    // The connect came up to a minute after the drop before it: the session may be that much
    // shorter than the gap.
    if (drop.start() == Drop.Start.LOST_CONNECT) {
      rate = Math.max(rate, 0.7 * lives.rate(Math.max(0, drop.session() - 30_000)));
    }
    return rate;
  }

  @Override
  public double stay(Drop drop, Setting setting) {
    return drop.continuesBreak() ? pair(drop, setting) : 0;
  }

  /** 401003 and 404104 within a second or so, or one refused connect more. */
  static double pair(Drop drop, Setting setting) {
    double pair = 0.8 * 3600 * Math.exp(-drop.gap() / 1000.0);
    double refusedOnce = drop.gap() <= 90_000 ? 0.2 * 40 : 0;
    return (pair + refusedOnce)
        * SIGNALS.of(drop.signal())
        * RECONNECTS.of(drop, setting)
        / RECONNECTS.of(Reconnect.MINUTE);
  }
}
