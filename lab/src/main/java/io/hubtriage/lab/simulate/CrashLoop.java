package io.hubtriage.lab.simulate;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;

/**
 * The device's application dies again and again, soon after it has started.
 *
 * @param runs median seconds the application lives
 * @param restart median seconds until it is connected again
 */
record CrashLoop(Episode episode, double runs, double restart) implements Behaviour {
  static CrashLoop of(World world, Draws draws) {
    return during(Episode.drawn(world, draws, 1, 9), draws);
  }

  static CrashLoop during(Episode episode, Draws draws) {
    return new CrashLoop(episode, draws.logNormal(75, 0.6), draws.uniform(8, 40));
  }

  @Override
  public long endOf(Session session, Draws draws) {
    return episode.endOf(
        session.connectedAt(), Ticks.ofSeconds(Math.min(900, 2 + draws.logNormal(runs, 0.8))));
  }

  @Override
  public long end(Session session, long at, Journal journal) {
    journal.disconnect(at, Signal.CLOSED_REMOTELY, Cause.CRASH_LOOP);
    return at + Ticks.ofSeconds(journal.draws().logNormal(restart, 0.4));
  }
}
