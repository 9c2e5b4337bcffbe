package io.hubtriage.lab.simulate;

import io.hubtriage.lab.simulate.WideIncident.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * What to simulate. Start from a preset and change what matters: {@code Scenario.mixed(500, 26,
 * 7).withLossShare(0.2)}.
 *
 * @param devices at least 1
 * @param hours length of the logs, at least 1
 * @param seed the same scenario with the same seed gives the same fleet on every machine
 * @param start of the logs, UTC
 * @param hubs at least 1
 * @param lossShare of the log rows never ingested, in [0, 0.9]
 * @param doubledShare of the log rows ingested twice, in [0, 1]
 * @param delayMedian of the time from row to ingestion; positive. Delays are gamma-like and never
 *     above 20 min
 * @param stall for how long ingestion once stands still; zero for never
 * @param connectsPerSecond what a hub admits; 100 is the ceiling of a small S1 hub
 *     (learn.microsoft.com/azure/iot-hub/iot-hub-devguide-quotas-throttling)
 * @param jitter how much later than due a token may end its connection, on top of what its SDK and
 *     hub add: uniform from nothing to this; not negative
 * @param shares of the devices that have a fault, in [0, 1]; a share above 0 is at least one device
 * @param incidents how many of each kind: per hub, but site outages in all
 */
public record Scenario(
    int devices,
    int hours,
    long seed,
    Instant start,
    int hubs,
    double lossShare,
    double doubledShare,
    Duration delayMedian,
    Duration stall,
    int connectsPerSecond,
    Duration jitter,
    Map<Fault, Double> shares,
    Map<Kind, Integer> incidents) {
  /** Where the presets begin. */
  public static final Instant DEFAULT_START = Instant.parse("2026-03-02T00:00:00Z");

  /**
   * Takes copies and checks the bounds.
   *
   * @throws IllegalArgumentException if a number is out of its bounds; the message names it
   */
  public Scenario {
    check(devices >= 1, "devices must be at least 1", devices);
    check(hours >= 1, "hours must be at least 1", hours);
    check(hubs >= 1, "hubs must be at least 1", hubs);
    check(lossShare >= 0 && lossShare <= 0.9, "lossShare must be in [0, 0.9]", lossShare);
    check(doubledShare >= 0 && doubledShare <= 1, "doubledShare must be in [0, 1]", doubledShare);
    check(delayMedian.toMillis() > 0, "delayMedian must be positive", delayMedian);
    check(!stall.isNegative(), "stall must not be negative", stall);
    check(connectsPerSecond >= 1, "connectsPerSecond must be at least 1", connectsPerSecond);
    check(!jitter.isNegative(), "jitter must not be negative", jitter);
    shares.forEach((f, share) -> check(share >= 0 && share <= 1, f + " must be in [0, 1]", share));
    incidents.forEach((k, count) -> check(count >= 0, k + " must not be negative", count));
    shares = Map.copyOf(shares);
    incidents = Map.copyOf(incidents);
  }

  /** Renewals only: no fault, no incident, every row ingested once. */
  public static Scenario calm(int devices, int hours, long seed) {
    return new Scenario(
        devices,
        hours,
        seed,
        DEFAULT_START,
        1,
        0,
        0,
        Duration.ofMinutes(4),
        Duration.ZERO,
        100,
        Duration.ZERO,
        Map.of(),
        Map.of());
  }

  /** Every cause, and a log as unreliable as documented. */
  public static Scenario mixed(int devices, int hours, long seed) {
    Map<Fault, Double> shares = new EnumMap<>(Fault.class);
    shares.put(Fault.NETWORK_LOSS, 0.18);
    shares.put(Fault.PLANNED_RECONNECT, 0.06);
    shares.put(Fault.PERIODIC_RESET, 0.03);
    shares.put(Fault.GONE, 0.01);
    shares.put(Fault.KEEP_ALIVE_LOOP, 0.012);
    shares.put(Fault.CRASH_LOOP, 0.01);
    shares.put(Fault.REFUSED_CREDENTIALS, 0.012);
    shares.put(Fault.DUPLICATE_IDENTITY, 0.006);
    shares.put(Fault.THROTTLED, 0.006);
    return calm(devices, hours, seed)
        .withHubs(Math.min(2, devices))
        .withLossShare(0.01)
        .withDoubledShare(0.005)
        .withStall(Duration.ofMinutes(35))
        .withShares(shares)
        .withIncidents(Map.of(Kind.HUB, 1, Kind.WEAK, 1, Kind.SITE, 1, Kind.UPGRADE, 1));
  }

  /**
   * 26 hours of one hub with 2,000 devices: network noise, one device each with a crash loop, a
   * duplicate identity and an expired key, and one hub outage.
   */
  public static Scenario demo(long seed) {
    double one = 1 / 2000.0;
    return calm(2000, 26, seed)
        .withLossShare(0.005)
        .withDoubledShare(0.003)
        .withShares(
            Map.of(
                Fault.NETWORK_LOSS, 0.08,
                Fault.CRASH_LOOP, one,
                Fault.DUPLICATE_IDENTITY, one,
                Fault.REFUSED_CREDENTIALS, one))
        .withIncidents(Map.of(Kind.HUB, 1));
  }

  /** How many devices have the fault. */
  long count(Fault fault) {
    double share = shares.getOrDefault(fault, 0.0);
    return share == 0 ? 0 : Math.max(1, Math.round(share * devices));
  }

  /** The same with so many devices. */
  public Scenario withDevices(int other) {
    return new Scenario(
        other,
        hours,
        seed,
        start,
        hubs,
        lossShare,
        doubledShare,
        delayMedian,
        stall,
        connectsPerSecond,
        jitter,
        shares,
        incidents);
  }

  /** The same from another moment on. */
  public Scenario withStart(Instant other) {
    return new Scenario(
        devices,
        hours,
        seed,
        other,
        hubs,
        lossShare,
        doubledShare,
        delayMedian,
        stall,
        connectsPerSecond,
        jitter,
        shares,
        incidents);
  }

  /** The same with the devices shared out among so many hubs. */
  public Scenario withHubs(int other) {
    return new Scenario(
        devices,
        hours,
        seed,
        start,
        other,
        lossShare,
        doubledShare,
        delayMedian,
        stall,
        connectsPerSecond,
        jitter,
        shares,
        incidents);
  }

  /** The same with so many rows lost. */
  public Scenario withLossShare(double other) {
    return new Scenario(
        devices,
        hours,
        seed,
        start,
        hubs,
        other,
        doubledShare,
        delayMedian,
        stall,
        connectsPerSecond,
        jitter,
        shares,
        incidents);
  }

  /** The same with so many rows doubled. */
  public Scenario withDoubledShare(double other) {
    return new Scenario(
        devices,
        hours,
        seed,
        start,
        hubs,
        lossShare,
        other,
        delayMedian,
        stall,
        connectsPerSecond,
        jitter,
        shares,
        incidents);
  }

  /** The same with another delay of ingestion. */
  public Scenario withDelayMedian(Duration other) {
    return new Scenario(
        devices,
        hours,
        seed,
        start,
        hubs,
        lossShare,
        doubledShare,
        other,
        stall,
        connectsPerSecond,
        jitter,
        shares,
        incidents);
  }

  /** The same with ingestion standing still once for so long. */
  public Scenario withStall(Duration other) {
    return new Scenario(
        devices,
        hours,
        seed,
        start,
        hubs,
        lossShare,
        doubledShare,
        delayMedian,
        other,
        connectsPerSecond,
        jitter,
        shares,
        incidents);
  }

  /** The same with another ceiling of connects. */
  public Scenario withConnectsPerSecond(int other) {
    return new Scenario(
        devices,
        hours,
        seed,
        start,
        hubs,
        lossShare,
        doubledShare,
        delayMedian,
        stall,
        other,
        jitter,
        shares,
        incidents);
  }

  /** The same with token ends that come up to so much late. */
  public Scenario withJitter(Duration other) {
    return new Scenario(
        devices,
        hours,
        seed,
        start,
        hubs,
        lossShare,
        doubledShare,
        delayMedian,
        stall,
        connectsPerSecond,
        other,
        shares,
        incidents);
  }

  /** The same with these faults instead. */
  public Scenario withShares(Map<Fault, Double> other) {
    return new Scenario(
        devices,
        hours,
        seed,
        start,
        hubs,
        lossShare,
        doubledShare,
        delayMedian,
        stall,
        connectsPerSecond,
        jitter,
        other,
        incidents);
  }

  /** The same with one fault's share changed. */
  public Scenario withShare(Fault fault, double share) {
    Map<Fault, Double> other = new EnumMap<>(Fault.class);
    other.putAll(shares);
    other.put(fault, share);
    return withShares(other);
  }

  /** The same with these incidents instead. */
  public Scenario withIncidents(Map<Kind, Integer> other) {
    return new Scenario(
        devices,
        hours,
        seed,
        start,
        hubs,
        lossShare,
        doubledShare,
        delayMedian,
        stall,
        connectsPerSecond,
        jitter,
        shares,
        other);
  }

  private static void check(boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ", not " + value);
    }
  }
}
