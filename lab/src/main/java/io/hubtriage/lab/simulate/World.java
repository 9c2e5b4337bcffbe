package io.hubtriage.lab.simulate;

import io.hubtriage.model.Hub;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Everything of a simulation that its devices share. */
record World(
    Scenario scenario,
    List<Hub> hubs,
    Networks networks,
    List<SimulatedDevice> devices,
    List<WideIncident> incidents) {
  private static final String RESOURCE_ID =
      "/subscriptions/00000000-0000-0000-0000-0000000000aa/resourcegroups/rg-iot"
          + "/providers/microsoft.devices/iothubs/";

  /** What a source of random numbers is for. Device n has the stream n; these lie below 0. */
  enum Stream {
    DEVICES(-1),
    INCIDENTS(-2),
    INGESTION(-3),
    METRIC(-4),
    /** One stream per fault. */
    FAULTS(-100),
    /** One stream per gateway, without bound. */
    GATEWAYS(-1000);

    private final long base;

    Stream(long base) {
      this.base = base;
    }

    Draws draws(long seed) {
      return Draws.of(seed, base);
    }

    Draws draws(long seed, int member) {
      return Draws.of(seed, base - member);
    }
  }

  static World of(Scenario scenario) {
    List<Hub> hubs =
        IntStream.rangeClosed(1, scenario.hubs())
            .mapToObj(n -> new Hub(RESOURCE_ID + String.format(Locale.ROOT, "plant-hub-%02d", n)))
            .toList();
    Networks networks = new Networks(scenario.devices());
    List<SimulatedDevice> devices = Population.of(scenario, hubs, networks);
    List<WideIncident> incidents =
        Incidents.plan(scenario, hubs, devices, Stream.INCIDENTS.draws(scenario.seed()));
    return new World(scenario, hubs, networks, devices, incidents);
  }

  /** The scenario's end, exclusive. */
  long horizon() {
    return scenario.hours() * Ticks.HOUR;
  }

  long ticks(Instant at) {
    return Ticks.between(scenario.start(), at);
  }

  Instant instant(long ticks) {
    return Ticks.after(scenario.start(), ticks);
  }

  /** The next 00:00 UTC after a moment. */
  long midnightAfter(long ticks) {
    long sinceMidnight = scenario.start().getEpochSecond() % 86_400 * Ticks.SECOND;
    return (Math.floorDiv(ticks + sinceMidnight, Ticks.DAY) + 1) * Ticks.DAY - sinceMidnight;
  }
}
