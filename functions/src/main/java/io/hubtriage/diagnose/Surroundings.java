package io.hubtriage.diagnose;

import java.util.List;

/**
 * What the devices of a hub go through together.
 *
 * @param settledBefore milliseconds since the epoch; rows of times before it are in the log by now,
 *     or never will be
 * @param lost which share of the log's rows is missing; 0 to 1
 * @param bursts the hub's and its networks' bursts of the look-back
 */
record Surroundings(long settledBefore, double lost, List<Burst> bursts) {
  Surroundings {
    bursts = List.copyOf(bursts);
  }

  /** Calm everywhere. */
  static Surroundings calm(long settledBefore) {
    return new Surroundings(settledBefore, RowLoss.USUAL, List.of());
  }

  /** The rate, per hour, at which the hub's own bursts end connections at this time. */
  double hubRate(long at) {
    double rate = 0;
    for (Burst burst : bursts) {
      if (burst.network().isEmpty()) {
        rate = Math.max(rate, burst.rate(at));
      }
    }
    return rate;
  }

  /** The rate, per hour, at which bursts on this network end connections at this time. */
  double siteRate(long at, String network) {
    double rate = 0;
    for (Burst burst : bursts) {
      if (!burst.network().isEmpty() && burst.network().equals(network)) {
        rate = Math.max(rate, burst.rate(at));
      }
    }
    return rate;
  }
}
