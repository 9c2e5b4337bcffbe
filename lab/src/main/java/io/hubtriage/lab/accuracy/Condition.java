package io.hubtriage.lab.accuracy;

import io.hubtriage.lab.simulate.Fault;
import io.hubtriage.lab.simulate.Scenario;
import io.hubtriage.lab.simulate.WideIncident.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A kind of fleet and log, simulated once per seed.
 *
 * @param axis in what it differs from the reference
 * @param value by how much, in the axis' unit
 */
record Condition(Axis axis, double value) {
  /** The reference: a log as unreliable as documented. */
  static final Condition REFERENCE = new Condition(Axis.REFERENCE, 0);

  /** Nothing is lost: what rows can then be taken away from. */
  static final Condition WHOLE = new Condition(Axis.LOSS, 0);

  /** Hub outages, and their echoes one token life later. */
  static final Condition ECHOES = new Condition(Axis.ECHOES, 0);

  private static final int HUBS_WITH_ECHOES = 3;

  /** What is varied. */
  enum Axis {
    REFERENCE,
    /** Share of the rows never ingested, 0 to 1. */
    LOSS,
    /** Median minutes from row to ingestion; the longest are always 20. */
    DELAY,
    /** Seconds by which token ends are late at most. */
    JITTER,
    /** Devices. */
    FLEET,
    /** Nothing but renewals, some network noise, and one outage per hub. */
    ECHOES
  }

  /** Everything there is to simulate. */
  static List<Condition> all(Extent extent) {
    List<Condition> all = new ArrayList<>(List.of(REFERENCE, WHOLE));
    List.of(0.05, 0.1, 0.2, 0.3).forEach(share -> all.add(new Condition(Axis.LOSS, share)));
    List.of(1, 8, 15).forEach(minutes -> all.add(new Condition(Axis.DELAY, minutes)));
    List.of(60, 180).forEach(seconds -> all.add(new Condition(Axis.JITTER, seconds)));
    extent.sizes().forEach(size -> all.add(new Condition(Axis.FLEET, size)));
    all.add(ECHOES);
    return List.copyOf(all);
  }

  /** The fleet of a seed. */
  Scenario scenario(Extent extent, long seed) {
    Scenario reference = extent.fleet(extent.devices(), seed);
    return switch (axis) {
      case REFERENCE -> reference;
      case LOSS -> reference.withLossShare(value);
      case DELAY -> reference.withDelayMedian(Duration.ofMinutes(Math.round(value)));
      case JITTER -> reference.withJitter(Duration.ofSeconds(Math.round(value)));
      case FLEET -> extent.fleet((int) value, seed);
      case ECHOES -> echoes(extent, seed);
    };
  }

  private static Scenario echoes(Extent extent, long seed) {
    int devices = extent.devices() * 6 / 5;
    return Scenario.calm(devices, extent.hours(), seed)
        .withHubs(HUBS_WITH_ECHOES)
        .withLossShare(0.01)
        .withDoubledShare(0.005)
        .withShares(Map.of(Fault.NETWORK_LOSS, 0.18, Fault.PLANNED_RECONNECT, 0.06))
        .withIncidents(Map.of(Kind.HUB, 1));
  }

  /** The value of the axis in the reference. */
  static double usual(Axis axis, Extent extent) {
    Scenario reference = extent.fleet(extent.devices(), 0);
    return switch (axis) {
      case LOSS -> reference.lossShare();
      case DELAY -> reference.delayMedian().toMinutes();
      case JITTER -> reference.jitter().toSeconds();
      case FLEET -> reference.devices();
      case REFERENCE, ECHOES -> 0;
    };
  }
}
