package io.hubtriage.lab.simulate;

/** How long a hub takes to notice that a client is no longer there. */
final class Silence {
  private Silence() {}

  /**
   * Time from a cut to the hub's row: the silence limit minus the time since the last packet, which
   * is at most one keep-alive.
   */
  static long left(SimulatedDevice device, Draws draws) {
    return (long) (Ticks.of(device.silenceLimit()) * draws.uniform(1 / 3.0, 1));
  }
}
