package io.hubtriage.lab.simulate;

/**
 * The ceiling of new connections per second of one hub. Connects above it wait for the next second
 * with room, as traffic shaping makes them.
 */
final class ConnectGate {
  private final int[] admitted;
  private final int perSecond;

  ConnectGate(long horizon, int perSecond) {
    this.admitted = new int[(int) (horizon / Ticks.SECOND)];
    this.perSecond = perSecond;
  }

  /** When a connect wanted at a moment is let through; outside of the scenario, at once. */
  long admit(long wanted) {
    int second = (int) Math.min(Math.floorDiv(wanted, Ticks.SECOND), admitted.length);
    if (second < 0) {
      return wanted;
    }
    long fraction = Math.floorMod(wanted, Ticks.SECOND);
    while (second < admitted.length) {
      if (admitted[second] < perSecond) {
        admitted[second]++;
        return second * Ticks.SECOND + fraction;
      }
      second++;
    }
    return Math.max(wanted, second * Ticks.SECOND + fraction);
  }
}
