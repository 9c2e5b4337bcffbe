package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Device;
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
    LOSS
  }

  static List<Startle> in(Collection<DeviceDiagnosis> devices) {
    List<Startle> startles = new ArrayList<>();
    for (DeviceDiagnosis device : devices) {
      for (int i = 0; i < device.drops().size(); i++) {
        Drop drop = device.drops().get(i);
        boolean server = drop.signal().isServerError();
        if (server || (!drop.continuesBreak() && unexplained(device.posterior(), i))) {
          startles.add(
              new Startle(
                  device.timeline().device(),
                  drop.at(),
                  drop.network(),
                  server ? Kind.SERVER : Kind.LOSS));
        }
      }
    }
    return startles;
  }

  private static boolean unexplained(Posterior posterior, int i) {
    return posterior.of(i, Cause.CONNECTION_LOST)
            + posterior.of(i, Cause.HUB_TRANSIENT)
            + posterior.of(i, Cause.SITE_OUTAGE)
            + posterior.of(i, Cause.UNKNOWN)
        > 0.5;
  }

  /** The start of the minute it lies in. */
  long minute() {
    return Math.floorDiv(at, 60_000L) * 60_000L;
  }
}
