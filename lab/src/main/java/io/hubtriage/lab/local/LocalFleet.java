package io.hubtriage.lab.local;

import io.hubtriage.lab.cloud.LocalMonitor;
import io.hubtriage.lab.simulate.Fault;
import io.hubtriage.lab.simulate.FleetSink;
import io.hubtriage.lab.simulate.LogRow;
import io.hubtriage.lab.simulate.Scenario;
import io.hubtriage.lab.simulate.Simulation;
import io.hubtriage.lab.simulate.WideIncident;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Hub;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A simulated fleet that lives now: it has been running for hours, its hub fails just now, and what
 * it will do is known and hidden until then.
 *
 * @param hubs whose rows there are, sorted
 * @param until when its life ends; from then on it is silent
 * @param outage when its hub began to fail
 */
record LocalFleet(List<Hub> hubs, Instant outage, Instant until, LocalMonitor.Loader loader) {
  private static final int HOURS = 48;

  /** By now most connections have dropped, and half of their rows are in the log. */
  private static final Duration OUTAGE_AGO = Duration.ofMinutes(6);

  /** Copies the list. */
  LocalFleet {
    hubs = List.copyOf(hubs);
  }

  /**
   * Simulates a fleet around a moment.
   *
   * @param devices at least 1; of fewer than fifty an outage may not be noticed
   */
  static LocalFleet of(int devices, long seed, Instant now) {
    Scenario scenario = scenario(devices, seed);
    // When the hub fails depends on the seed alone, so the start can be chosen to fit.
    Duration calm = Duration.between(scenario.start(), firstOutage(scenario));
    Scenario fitting = scenario.withStart(now.minus(OUTAGE_AGO).minus(calm));
    Loading loading = new Loading();
    Simulation.run(fitting, loading);
    return new LocalFleet(
        List.copyOf(loading.hubs),
        now.minus(OUTAGE_AGO),
        fitting.start().plus(Duration.ofHours(HOURS)),
        loading.monitor);
  }

  private static Scenario scenario(int devices, long seed) {
    Map<Fault, Double> oneEach =
        Map.of(
            Fault.NETWORK_LOSS,
            0.08,
            Fault.CRASH_LOOP,
            1.0 / devices,
            Fault.DUPLICATE_IDENTITY,
            1.0 / devices,
            Fault.REFUSED_CREDENTIALS,
            1.0 / devices);
    return new Scenario(
        devices,
        HOURS,
        seed,
        Scenario.DEFAULT_START,
        1,
        0.005,
        0.003,
        Duration.ofMinutes(4),
        Duration.ZERO,
        100,
        Duration.ZERO,
        oneEach,
        Map.of(WideIncident.Kind.HUB, 1));
  }

  private static Instant firstOutage(Scenario scenario) {
    Instant[] first = {Instant.MAX};
    Simulation.run(
        scenario,
        new FleetSink() {
          @Override
          public void incident(WideIncident incident) {
            first[0] = incident.at().isBefore(first[0]) ? incident.at() : first[0];
          }
        });
    return first[0];
  }

  /** Hands rows and minutes on to the stand-in. */
  private static final class Loading implements FleetSink {
    private final LocalMonitor.Loader monitor = LocalMonitor.loader();
    private final TreeSet<Hub> hubs = new TreeSet<>();

    @Override
    public void row(LogRow row) {
      monitor.add(row.connectionRow());
      hubs.add(row.device().hub());
    }

    @Override
    public void sample(Hub hub, CountSample sample) {
      monitor.add(hub, sample);
    }
  }
}
