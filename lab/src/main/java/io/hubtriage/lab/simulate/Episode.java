package io.hubtriage.lab.simulate;

/**
 * A span in which a device misbehaves, in ticks.
 *
 * @param from inclusive
 * @param to exclusive
 */
record Episode(long from, long to) {
  /**
   * An episode that begins in the first 70 % of the scenario.
   *
   * @param shortest hours
   * @param longest hours; the scenario's end may cut it off
   */
  static Episode drawn(World world, Draws draws, double shortest, double longest) {
    long from = (long) (world.horizon() * draws.uniform(0.05, 0.7));
    return new Episode(from, from + draws.seconds(shortest * 3600, longest * 3600));
  }

  boolean contains(long at) {
    return at >= from && at < to;
  }

  /**
   * When a session ends that lasts {@code length} while the episode runs; {@link Ticks#NEVER} if it
   * begins after the episode. A session from before ends at the episode's start or later.
   */
  long endOf(long connectedAt, long length) {
    return connectedAt >= to ? Ticks.NEVER : Math.max(from, connectedAt) + length;
  }
}
