package io.hubtriage.lab.simulate;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;

/**
 * The network fails for a while, at random. Either the connection is reset, or it falls silent and
 * the hub notices up to 1.5 keep-alives later. A device that is back before the hub noticed makes
 * the hub close the old connection for the new one (400027; over AMQP 409002).
 */
record NetworkLoss(double meanHours) implements Behaviour {
  static NetworkLoss of(Draws draws) {
    return new NetworkLoss(Math.min(60, Math.max(1.5, draws.logNormal(9, 0.8))));
  }

  @Override
  public long endOf(Session session, Draws draws) {
    return session.connectedAt() + Ticks.ofSeconds(5 + draws.exponential(meanHours * 3600));
  }

  @Override
  public long end(Session session, long at, Journal journal) {
    Draws draws = journal.draws();
    long back = at + Ticks.ofSeconds(1 + draws.logNormal(40, 1.4));
    if (draws.chance(0.4)) {
      journal.disconnect(at, Signal.CLOSED_REMOTELY, Cause.CONNECTION_LOST);
      return back;
    }
    long noticed = at + Silence.left(session.device(), draws);
    if (noticed < back) {
      journal.disconnect(noticed, Signal.CLOSED_REMOTELY, Cause.CONNECTION_LOST);
      return back;
    }
    boolean conflict = draws.chance(session.device().amqp() ? 0.8 : 0.25);
    Signal signal = conflict ? Signal.LINK_CONFLICT : Signal.NEW_CONNECTION;
    return journal.disconnect(back, signal, Cause.CONNECTION_LOST) + draws.seconds(0.01, 0.4);
  }
}
