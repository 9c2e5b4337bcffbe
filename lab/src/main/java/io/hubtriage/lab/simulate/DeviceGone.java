package io.hubtriage.lab.simulate;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;

/** The device dies and never comes back. */
record DeviceGone(long diesAt) implements Behaviour {
  static DeviceGone of(World world, Draws draws) {
    return new DeviceGone((long) (world.horizon() * draws.uniform(0.1, 0.9)));
  }

  @Override
  public long endOf(Session session, Draws draws) {
    return Math.max(diesAt, session.connectedAt());
  }

  @Override
  public long end(Session session, long at, Journal journal) {
    long noticed = at + Silence.left(session.device(), journal.draws());
    journal.disconnect(noticed, Signal.CLOSED_REMOTELY, Cause.CONNECTION_LOST);
    return Ticks.NEVER;
  }
}
