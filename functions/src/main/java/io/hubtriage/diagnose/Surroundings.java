package io.hubtriage.diagnose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the devices of a hub go through together. */
final class Surroundings {
  private final long settledBefore;
  private final double lost;
  private final List<Burst> hub = new ArrayList<>();
  private final Map<String, List<Burst>> sites = new HashMap<>();

  /**
   * These bursts and no others.
   *
   * @param settledBefore milliseconds since the epoch; rows of times before it are in the log by
   *     now, or never will be
   * @param lost which share of the log's rows is missing; 0 to 1
   * @param bursts the hub's and its networks' bursts of the look-back
   */
  Surroundings(long settledBefore, double lost, List<Burst> bursts) {
    this.settledBefore = settledBefore;
    this.lost = lost;
    for (Burst burst : bursts) {
      if (burst.network().isEmpty()) {
        hub.add(burst);
      } else {
        sites.computeIfAbsent(burst.network(), n -> new ArrayList<>()).add(burst);
      }
    }
  }

  /** Calm everywhere. */
  static Surroundings calm(long settledBefore) {
    return new Surroundings(settledBefore, RowLoss.USUAL, List.of());
  }

  /** Milliseconds since the epoch before which every row that will ever come is here. */
  long settledBefore() {
    return settledBefore;
  }

  /** Which share of the log's rows is missing; 0 to 1. */
  double lost() {
    return lost;
  }

  /** The rate, per hour, at which the hub's own bursts end connections at this time. */
  double hubRate(long at) {
    return highest(hub, at);
  }

  /** The rate, per hour, at which bursts on this network end connections at this time. */
  double siteRate(long at, String network) {
    return sites.isEmpty() ? 0 : highest(sites.getOrDefault(network, List.of()), at);
  }

  private static double highest(List<Burst> bursts, long at) {
    double rate = 0;
    for (int i = 0; i < bursts.size(); i++) {
      rate = Math.max(rate, bursts.get(i).rate(at));
    }
    return rate;
  }

  /** Whether some drop is judged otherwise here than there: nothing else of them is looked at. */
  boolean differ(Surroundings other, List<Drop> drops) {
    for (Drop drop : drops) {
      if (hubRate(drop.at()) != other.hubRate(drop.at())
          || siteRate(drop.at(), drop.network()) != other.siteRate(drop.at(), drop.network())) {
        return true;
      }
    }
    return false;
  }
}
