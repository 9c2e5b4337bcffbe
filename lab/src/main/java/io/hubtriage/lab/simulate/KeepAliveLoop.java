package io.hubtriage.lab.simulate;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;

/**
 * Pings do not get through (a NAT forgets the flow, a client does not send them): the hub closes
 * every session 1.5 keep-alives after its last packet.
 *
 * @param talk how long a session's first packets go on, at most, in ticks
 */
record KeepAliveLoop(Episode episode, long talk) implements Behaviour {
  static KeepAliveLoop of(World world, Draws draws) {
    Episode episode = Episode.drawn(world, draws, 1.5, 10);
    return new KeepAliveLoop(episode, draws.seconds(0.5, 6));
  }

  @Override
  public long endOf(Session session, Draws draws) {
    // Now and then a late packet passes and the limit starts again.
    double talked = draws.chance(0.07) ? draws.uniform(5, 60) : draws.uniform(0.2, 1);
    long length = Ticks.of(session.device().silenceLimit()) + (long) (talk * talked);
    return episode.endOf(session.connectedAt(), length);
  }

  @Override
  public long end(Session session, long at, Journal journal) {
    journal.disconnect(at, Signal.CLOSED_REMOTELY, Cause.KEEP_ALIVE_TIMEOUT);
    return at + Ticks.ofSeconds(0.5 + journal.draws().exponential(5));
  }
}
