package io.hubtriage.lab.simulate;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;

/**
 * The platform is upgraded node by node: each closes its connections (400029) and may refuse the
 * first reconnect (400030).
 */
record PlatformUpgrade(long strikesAt) implements Behaviour {
  static PlatformUpgrade of(WideIncident incident, World world, Draws draws) {
    double offset = draws.uniform(0, 1);
    return new PlatformUpgrade(
        world.ticks(incident.at()) + (long) (Ticks.of(incident.spread()) * offset));
  }

  @Override
  public long endOf(Session session, Draws draws) {
    return session.connectedAt() < strikesAt ? strikesAt : Ticks.NEVER;
  }

  @Override
  public long end(Session session, long at, Journal journal) {
    Draws draws = journal.draws();
    journal.disconnect(at, Signal.UPGRADE_CLOSED, Cause.PLATFORM_UPGRADE);
    long next = at + draws.seconds(0.5, 8);
    if (draws.chance(0.3)) {
      journal.refuse(next, Signal.UPGRADE_REJECTED, Cause.PLATFORM_UPGRADE);
      next += draws.seconds(2, 30);
    }
    return next;
  }
}
