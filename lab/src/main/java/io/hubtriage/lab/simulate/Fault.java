package io.hubtriage.lab.simulate;

import java.util.Locale;

/**
 * What can be wrong with one device alone. Persistent faults exclude each other; the others may
 * come on top.
 */
public enum Fault {
  NETWORK_LOSS,
  PLANNED_RECONNECT,
  PERIODIC_RESET,
  GONE,
  KEEP_ALIVE_LOOP,
  CRASH_LOOP,
  REFUSED_CREDENTIALS,
  DUPLICATE_IDENTITY,
  THROTTLED,
  /** A crash loop of the devices of one SDK version only. */
  BAD_RELEASE;

  /** The name in {@code cohort.jsonl}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a device can have no other persistent fault beside it. */
  boolean persistent() {
    return compareTo(GONE) >= 0;
  }

  boolean fits(SimulatedDevice device) {
    return switch (this) {
      case PERIODIC_RESET -> !device.dropsAtRenewal();
      case KEEP_ALIVE_LOOP -> !device.amqp();
      case BAD_RELEASE -> BadRelease.fits(device);
      default -> true;
    };
  }

  Behaviour of(SimulatedDevice device, World world, Draws draws) {
    return switch (this) {
      case NETWORK_LOSS -> NetworkLoss.of(draws);
      case PLANNED_RECONNECT -> PlannedReconnect.of(device, draws);
      case PERIODIC_RESET -> PeriodicReset.of(draws);
      case GONE -> DeviceGone.of(world, draws);
      case KEEP_ALIVE_LOOP -> KeepAliveLoop.of(world, draws);
      case CRASH_LOOP -> CrashLoop.of(world, draws);
      case REFUSED_CREDENTIALS -> RefusedCredentials.of(device, world, draws);
      case DUPLICATE_IDENTITY -> DuplicateIdentity.of(device, world, draws);
      case THROTTLED -> Throttling.of(world, draws);
      case BAD_RELEASE -> BadRelease.of(world, draws);
    };
  }
}
