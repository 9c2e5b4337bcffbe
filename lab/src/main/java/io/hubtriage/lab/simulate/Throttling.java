package io.hubtriage.lab.simulate;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;

/**
 * The hub's throttle or daily quota is used up: it closes the device's connection and refuses new
 * ones for a while (429001), or until the quota starts again at 00:00 UTC (403002).
 */
record Throttling(Episode episode, Signal signal) implements Behaviour {
  static Throttling of(World world, Draws draws) {
    Episode episode = Episode.drawn(world, draws, 0.4, 2.5);
    if (draws.chance(0.7)) {
      return new Throttling(episode, Signal.THROTTLED);
    }
    long midnight = world.midnightAfter(episode.from());
    long quotaOut = Math.max(episode.from(), midnight - draws.seconds(1800, 9000));
    return new Throttling(new Episode(quotaOut, midnight), Signal.QUOTA_EXCEEDED);
  }

  @Override
  public long endOf(Session session, Draws draws) {
    return episode.endOf(session.connectedAt(), draws.seconds(2, 240));
  }

  @Override
  public long end(Session session, long at, Journal journal) {
    Draws draws = journal.draws();
    journal.disconnect(at, signal, Cause.THROTTLED);
    double wait = 15;
    long next = at + draws.seconds(wait * 0.5, wait);
    while (episode.contains(next) && draws.chance(0.9)) {
      journal.refuse(next, signal, Cause.THROTTLED);
      wait = Math.min(300, wait * 1.7);
      next += draws.seconds(wait * 0.6, wait * 1.4);
    }
    return next;
  }
}
