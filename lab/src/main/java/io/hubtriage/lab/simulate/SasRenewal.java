package io.hubtriage.lab.simulate;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;
import java.time.Duration;

/**
 * A SAS token reaches its end, or the point where the client renews it; over MQTT the connection
 * ends with it.
 *
 * <p>.NET and Java wait for the hub, which closes the connection 5 to 10 minutes after the token's
 * end, with 401003, 404104 or both; the other SDKs close it themselves before the end. The token is
 * made at the connect, unless a gateway hands out one token to all its devices.
 */
final class SasRenewal implements Behaviour {
  private static final double GRACE_FROM = 300; // seconds
  private static final double GRACE_TO = 600;

  private final long period;
  private final long spread;
  private final boolean hubCloses;
  private final long clock;

  private SasRenewal(long period, long spread, boolean hubCloses, long clock) {
    this.period = period;
    this.spread = spread;
    this.hubCloses = hubCloses;
    this.clock = clock;
  }

  /** The renewals of a device with a token of its own. */
  static SasRenewal own(SimulatedDevice device, Draws draws) {
    return drawn(device, draws, Ticks.NEVER);
  }

  /**
   * The renewals of a gateway's device.
   *
   * @param shared draws that are the same for every device of the gateway
   */
  static SasRenewal shared(SimulatedDevice device, Draws shared) {
    return drawn(device, shared, (long) (Ticks.of(device.life()) * shared.uniform(-1, 0)));
  }

  private static SasRenewal drawn(SimulatedDevice device, Draws draws, long clock) {
    Duration point = renewalPoint(device, draws);
    if (point.compareTo(device.life()) < 0) {
      return new SasRenewal(Ticks.of(point), 3 * Ticks.SECOND, /* hubCloses= */ false, clock);
    }
    // Most hub nodes are steady in how late they notice; some are not.
    long life = Ticks.of(device.life());
    return draws.chance(0.8) || clock != Ticks.NEVER
        ? new SasRenewal(
            life + draws.seconds(GRACE_FROM, GRACE_TO - 20), 20 * Ticks.SECOND, true, clock)
        : new SasRenewal(
            life + Ticks.ofSeconds(GRACE_FROM),
            Ticks.ofSeconds(GRACE_TO - GRACE_FROM),
            true,
            clock);
  }

  /** The same, with every end up to so many ticks later. */
  SasRenewal late(long jitter) {
    return new SasRenewal(period, spread + jitter, hubCloses, clock);
  }

  /** Half of the plain MQTT clients renew early, each at its own point. */
  private static Duration renewalPoint(SimulatedDevice device, Draws draws) {
    if (device.sdk() == Sdk.UNNAMED && draws.chance(0.5)) {
      return Duration.ofSeconds((long) (device.life().toSeconds() * draws.uniform(0.75, 0.95)));
    }
    return device.sdk().renewsAfter(device.life());
  }

  /** The longest a session can last. */
  long longest() {
    return period + spread;
  }

  @Override
  public long endOf(Session session, Draws draws) {
    long late = (long) (spread * draws.uniform(0, 1));
    if (clock == Ticks.NEVER) {
      return session.connectedAt() + period + late;
    }
    // A device that has just come back holds the gateway's new token already.
    long past = Math.floorDiv(session.connectedAt() + 2 * Ticks.MINUTE - clock, period);
    return clock + (past + 1) * period + late;
  }

  @Override
  public long end(Session session, long at, Journal journal) {
    Draws draws = journal.draws();
    if (!hubCloses) {
      Signal signal = draws.chance(0.1) ? Signal.CLOSED_REMOTELY : Signal.NONE;
      long closed = journal.disconnect(at, signal, Cause.SAS_TOKEN_RENEWAL);
      return closed + draws.seconds(0.3, 5);
    }
    long closed = closedByHub(at, journal);
    return closed + Ticks.ofSeconds(Math.min(50, 0.5 + draws.exponential(7)));
  }

  private static long closedByHub(long at, Journal journal) {
    Draws draws = journal.draws();
    double kind = draws.uniform(0, 1);
    long soon = draws.seconds(0.05, 3);
    if (kind < 0.6) {
      journal.disconnect(at, Signal.UNAUTHORIZED, Cause.SAS_TOKEN_RENEWAL);
      return journal.disconnect(at + soon, Signal.CLOSED_REMOTELY, Cause.SAS_TOKEN_RENEWAL);
    }
    if (kind < 0.78) {
      journal.refuse(at, Signal.UNAUTHORIZED, Cause.SAS_TOKEN_RENEWAL);
      return journal.disconnect(at + soon, Signal.CLOSED_REMOTELY, Cause.SAS_TOKEN_RENEWAL);
    }
    return journal.disconnect(
        at, kind < 0.94 ? Signal.CLOSED_REMOTELY : Signal.UNAUTHORIZED, Cause.SAS_TOKEN_RENEWAL);
  }
}
