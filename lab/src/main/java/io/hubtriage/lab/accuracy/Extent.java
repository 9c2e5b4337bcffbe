package io.hubtriage.lab.accuracy;

import io.hubtriage.lab.simulate.Scenario;
import java.util.List;

/** How much is simulated. */
enum Extent {
  /** What is published. */
  FULL(
      List.of(
          904_573L, 911_269L, 917_713L, 924_341L, 930_841L, 937_207L, 943_783L, 950_197L, 956_689L,
          963_097L),
      160,
      26,
      List.of(60, 500)),
  /** To try it out. */
  QUICK(List.of(904_573L, 911_269L), 60, 14, List.of(30, 120));

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<Long> seeds;

  private final int devices;
  private final int hours;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<Integer> sizes;

  Extent(List<Long> seeds, int devices, int hours, List<Integer> sizes) {
    this.seeds = seeds;
    this.devices = devices;
    this.hours = hours;
    this.sizes = sizes;
  }

  /** The seeds of every condition; no test may use them, so that nobody tunes to them. */
  List<Long> seeds() {
    return seeds;
  }

  /** Devices of a fleet, unless their number is the matter. */
  int devices() {
    return devices;
  }

  /** Length of a log. */
  int hours() {
    return hours;
  }

  /** Other sizes of the fleet. */
  List<Integer> sizes() {
    return sizes;
  }

  /** A fleet with every fault. */
  Scenario fleet(int size, long seed) {
    return Scenario.mixed(size, hours, seed);
  }
}
