package io.hubtriage.lab.simulate;

/**
 * A release that is pushed to the devices of one SDK version at once, in the middle of the
 * scenario, and crashes for the rest of it.
 */
final class BadRelease {
  /** What it was built with. */
  private static final String VERSION = Sdk.JAVA.versions().get(0);

  private BadRelease() {}

  static boolean fits(SimulatedDevice device) {
    return device.sdkVersion().equals(VERSION);
  }

  static Behaviour of(World world, Draws draws) {
    long from = world.horizon() / 2 + draws.seconds(0, 120);
    return CrashLoop.during(new Episode(from, Ticks.NEVER), draws);
  }
}
