package io.hubtriage.lab.accuracy;

import io.hubtriage.lab.log.MemoryConnectedDevices;
import io.hubtriage.lab.log.MemoryConnectionLog;
import io.hubtriage.lab.read.LabelledRow;
import io.hubtriage.lab.read.RowId;
import io.hubtriage.lab.simulate.Scenario;
import io.hubtriage.lab.simulate.SimulatedFleet;
import io.hubtriage.lab.simulate.WideIncident;
import io.hubtriage.model.ConnectionRow;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A simulated log and what is true of it.
 *
 * @param rows in order of ingestion
 * @param metric the hubs' connectedDeviceCount
 * @param truth the cause of every disconnect and error row of the fleet, dropped rows included
 * @param incidents what hit many devices
 * @param deviceDays devices times days
 * @param hubDays hubs times days
 */
record Specimen(
    List<ConnectionRow> rows,
    MemoryConnectedDevices metric,
    List<LabelledRow> truth,
    List<WideIncident> incidents,
    double deviceDays,
    double hubDays) {
  private static final double DAY_HOURS = 24;

  /** Takes copies of the lists. */
  Specimen {
    rows = List.copyOf(rows);
    truth = List.copyOf(truth);
    incidents = List.copyOf(incidents);
  }

  static Specimen of(Scenario scenario) {
    SimulatedFleet fleet = SimulatedFleet.of(scenario);
    MemoryConnectedDevices metric = new MemoryConnectedDevices();
    fleet.counts().forEach((hub, samples) -> samples.forEach(s -> metric.add(hub, s)));
    List<LabelledRow> truth = new ArrayList<>();
    fleet
        .truth()
        .forEach(
            line -> {
              RowId row = new RowId(line.time(), line.hub().name(), line.device(), line.code());
              truth.add(new LabelledRow(row, line.cause(), line.cause()));
            });
    double days = scenario.hours() / DAY_HOURS;
    return new Specimen(
        fleet.rows(),
        metric,
        truth,
        fleet.incidents(),
        scenario.devices() * days,
        scenario.hubs() * days);
  }

  /** The same log without some of its rows, each left out with this probability. */
  Specimen thinned(double share, long seed) {
    SplittableRandom random = new SplittableRandom(seed ^ Double.doubleToLongBits(share));
    List<ConnectionRow> kept = rows.stream().filter(row -> random.nextDouble() >= share).toList();
    return new Specimen(kept, metric, truth, incidents, deviceDays, hubDays);
  }

  MemoryConnectionLog log() {
    MemoryConnectionLog.Builder log = MemoryConnectionLog.builder();
    rows.forEach(log::add);
    return log.build();
  }
}
