package io.hubtriage.lab.simulate;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;

/**
 * The client closes its connection in good order and opens a new one: a configuration change, an
 * update, a schedule.
 *
 * @param meanHours mean time between the irregular ones
 * @param every the schedule's period, or 0 for irregular ones
 * @param phase the schedule's offset
 */
record PlannedReconnect(double meanHours, long every, long phase) implements Behaviour {
  static PlannedReconnect of(SimulatedDevice device, Draws draws) {
    if (device.dropsAtRenewal() || draws.chance(0.5)) {
      return new PlannedReconnect(draws.uniform(4, 20), 0, 0);
    }
    long every = draws.below(3) == 0 ? Ticks.DAY : (2 + draws.below(6)) * Ticks.HOUR;
    return new PlannedReconnect(0, every, (long) (every * draws.uniform(0, 1)));
  }

  @Override
  public long endOf(Session session, Draws draws) {
    long from = session.connectedAt() + 30 * Ticks.SECOND;
    if (every == 0) {
      return from + Ticks.ofSeconds(draws.exponential(meanHours * 3600));
    }
    return phase + (Math.floorDiv(from - phase, every) + 1) * every + draws.seconds(0, 8);
  }

  @Override
  public long end(Session session, long at, Journal journal) {
    journal.disconnect(at, Signal.NONE, Cause.PLANNED_RECONNECT);
    return at + journal.draws().seconds(0.5, 25);
  }
}
