package io.hubtriage.lab.simulate;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;

/**
 * Two clients use one identity, each from its own network: whoever connects throws the other out
 * (400027; over AMQP mostly 409002), who comes back after a while.
 *
 * @param rest median seconds the thrown-out client waits
 * @param home network of the first client
 * @param elsewhere network of the second
 */
record DuplicateIdentity(Episode episode, double rest, int home, int elsewhere)
    implements Behaviour {
  static DuplicateIdentity of(SimulatedDevice device, World world, Draws draws) {
    Episode episode = Episode.drawn(world, draws, 1, 8);
    int home = world.networks().drawn(device, draws);
    return new DuplicateIdentity(
        episode, draws.uniform(12, 70), home, draws.below(world.networks().sites()));
  }

  @Override
  public long endOf(Session session, Draws draws) {
    return episode.endOf(session.connectedAt(), Ticks.ofSeconds(0.5 + draws.logNormal(rest, 0.5)));
  }

  @Override
  public long end(Session session, long at, Journal journal) {
    Draws draws = journal.draws();
    boolean conflict = draws.chance(session.device().amqp() ? 0.7 : 0.12);
    Signal signal = conflict ? Signal.LINK_CONFLICT : Signal.NEW_CONNECTION;
    long thrown = journal.disconnect(at, signal, Cause.DUPLICATE_IDENTITY);
    if (draws.chance(0.2)) {
      thrown =
          journal.disconnect(
              thrown + draws.seconds(0.01, 0.8), Signal.CLOSED_REMOTELY, Cause.DUPLICATE_IDENTITY);
    }
    journal.moveTo(journal.network() == home ? elsewhere : home);
    return thrown + draws.seconds(0.01, 0.5);
  }
}
