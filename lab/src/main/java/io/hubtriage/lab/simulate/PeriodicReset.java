package io.hubtriage.lab.simulate;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;

/**
 * A modem restarts on a timer, every night or every few hours, and takes the connection with it: as
 * periodic as a renewal, and none, for the device uses X.509 or AMQP.
 *
 * @param every the timer's period
 * @param phase its offset
 */
record PeriodicReset(long every, long phase) implements Behaviour {
  static PeriodicReset of(Draws draws) {
    long every = draws.chance(0.4) ? Ticks.DAY : (1 + draws.below(8)) * Ticks.HOUR;
    return new PeriodicReset(every, (long) (every * draws.uniform(0, 1)));
  }

  @Override
  public long endOf(Session session, Draws draws) {
    long from = session.connectedAt() + 2 * Ticks.MINUTE;
    return phase + (Math.floorDiv(from - phase, every) + 1) * every + draws.seconds(0, 40);
  }

  @Override
  public long end(Session session, long at, Journal journal) {
    journal.disconnect(at, Signal.CLOSED_REMOTELY, Cause.CONNECTION_LOST);
    return at + journal.draws().seconds(25, 110);
  }
}
