package io.hubtriage.lab.simulate;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;

/**
 * A site loses its uplink: the hub notices each silent device within 1.5 of its keep-alives.
 *
 * @param cutAt when the uplink went
 * @param backAt when this device is connected again
 */
record SiteOutage(long cutAt, long backAt) implements Behaviour {
  static SiteOutage of(WideIncident incident, World world, Draws draws) {
    long at = world.ticks(incident.at());
    return new SiteOutage(at, at + Ticks.of(incident.down()) + draws.seconds(1, 75));
  }

  @Override
  public long endOf(Session session, Draws draws) {
    return session.connectedAt() < cutAt ? cutAt : Ticks.NEVER;
  }

  @Override
  public long end(Session session, long at, Journal journal) {
    Draws draws = journal.draws();
    long noticed = at + Silence.left(session.device(), draws);
    if (noticed >= backAt) { // back before the hub noticed
      journal.disconnect(backAt, Signal.NEW_CONNECTION, Cause.SITE_OUTAGE);
      return backAt + draws.seconds(0.01, 0.4);
    }
    journal.disconnect(noticed, Signal.CLOSED_REMOTELY, Cause.SITE_OUTAGE);
    return backAt;
  }
}
