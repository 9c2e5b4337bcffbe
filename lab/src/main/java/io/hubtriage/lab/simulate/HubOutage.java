package io.hubtriage.lab.simulate;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;
import java.util.List;

/**
 * Nodes of the hub fail: the connection ends, and reconnects are refused, with growing pauses,
 * until the nodes are back.
 *
 * @param strikesAt when it ends this device's connection
 * @param backAt when a connect can succeed again
 */
record HubOutage(long strikesAt, long backAt) implements Behaviour {
  private static final List<Signal> ERRORS =
      List.of(
          Signal.SERVER_ERROR,
          Signal.SERVER_ERROR,
          Signal.SERVER_ERROR,
          Signal.GENERIC_TIMEOUT,
          Signal.GENERIC_TIMEOUT,
          Signal.GENERIC_TIMEOUT,
          Signal.SERVICE_UNAVAILABLE,
          Signal.INTERNAL_SERVER_ERROR);

  static HubOutage of(WideIncident incident, World world, Draws draws) {
    long at = world.ticks(incident.at());
    long strikes = at + (long) (Ticks.of(incident.spread()) * draws.uniform(0, 1));
    return new HubOutage(strikes, at + (long) (Ticks.of(incident.down()) * draws.uniform(0.6, 1)));
  }

  @Override
  public long endOf(Session session, Draws draws) {
    return session.connectedAt() < strikesAt ? strikesAt : Ticks.NEVER;
  }

  @Override
  public long end(Session session, long at, Journal journal) {
    Draws draws = journal.draws();
    Signal first = draws.chance(0.55) ? Signal.CLOSED_REMOTELY : draws.pick(ERRORS);
    journal.disconnect(at, first, Cause.HUB_TRANSIENT);
    double wait = draws.uniform(1, 4);
    long next = at + draws.seconds(wait * 0.5, wait);
    while (next < backAt) {
      if (draws.chance(0.7)) { // a node that is down logs nothing
        journal.refuse(next, draws.pick(ERRORS), Cause.HUB_TRANSIENT);
      }
      wait = Math.min(100, wait * 2);
      next += draws.seconds(wait * 0.75, wait * 1.25);
    }
    return next;
  }
}
