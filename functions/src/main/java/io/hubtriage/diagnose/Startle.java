package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Device;
import io.hubtriage.model.Signal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A drop that the device's own habits do not explain: what bursts are made of. Renewals and loops
 * are taken out first, else every reconnect storm would be followed, one token life later, by a
 * false one.
 *
 * @param at milliseconds since the epoch
 * @param kind who reported the fault
 */
record Startle(Device device, long at, String network, Kind kind) {
  /** Who reported the fault. */
  enum Kind {
    /** The hub, by a code of the 500xxx family. */
    SERVER,
    /** Nobody: the connection was gone. */
    LOSS,
    /** Nobody, and the device was back sooner than a site ever is: a gateway's token ran out. */
    BLIP
  }

  /** Routers and carriers are away for longer. */
  private static final long SITE_BACK_MILLIS = 25_000;

  static List<Startle> in(Collection<DeviceDiagnosis> devices) {
    List<Startle> startles = new ArrayList<>();
    for (DeviceDiagnosis device : devices) {
      for (int i = 0; i < device.drops().size(); i++) {
        Drop drop = device.drops().get(i);
        boolean server = drop.signal().isServerError();
        if (server || (!drop.continuesBreak() && device.leads().startling(i))) {
          startles.add(
              new Startle(
                  device.timeline().device(),
                  drop.at(),
                  drop.network(),
                  server ? Kind.SERVER : kind(drop)));
        }
      }
    }
    return startles;
  }

  private static Kind kind(Drop drop) {
    boolean renews = drop.signal() == Signal.NONE || drop.signal() == Signal.UNAUTHORIZED;
    boolean back = drop.reconnectMillis() >= 0 && drop.reconnectMillis() < SITE_BACK_MILLIS;
    return renews || back ? Kind.BLIP : Kind.LOSS;
  }

  /** Whether nothing that a device does by itself explains the drop. */
  static boolean unexplained(Posterior posterior, Drop drop, int i) {
    double known =
        posterior.of(i, Cause.CONNECTION_LOST)
            + posterior.of(i, Cause.HUB_TRANSIENT)
            + posterior.of(i, Cause.SITE_OUTAGE);
    // Where no session was seen, a token's end is as likely as anything: gateways would look like
    // outages in a log's first hours.
    boolean open = drop.start() == Drop.Start.UNSEEN;
    return (open ? known : known + posterior.of(i, Cause.UNKNOWN)) > 0.5;
  }

  /** The start of the minute it lies in. */
  long minute() {
    return Math.floorDiv(at, 60_000L) * 60_000L;
  }
}
