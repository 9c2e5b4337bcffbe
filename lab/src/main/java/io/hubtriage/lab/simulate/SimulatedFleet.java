package io.hubtriage.lab.simulate;

import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Hub;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A simulated fleet in memory, for tests and benchmarks: some hundred bytes a row.
 *
 * @param rows by ingestion, doubled ones twice
 * @param truth by time, one line per distinct disconnect or error row
 * @param events by delivery
 * @param counts per hub, by time
 */
public record SimulatedFleet(
    List<SimulatedDevice> devices,
    List<WideIncident> incidents,
    List<ConnectionRow> rows,
    List<TruthLine> truth,
    List<StateEvent> events,
    Map<Hub, List<CountSample>> counts) {
  /** Takes copies. */
  public SimulatedFleet {
    devices = List.copyOf(devices);
    incidents = List.copyOf(incidents);
    rows = List.copyOf(rows);
    truth = List.copyOf(truth);
    events = List.copyOf(events);
    counts = Map.copyOf(counts);
  }

  /** Simulates a scenario. */
  public static SimulatedFleet of(Scenario scenario) {
    Collector collector = new Collector();
    Simulation.run(scenario, collector);
    return new SimulatedFleet(
        collector.devices,
        collector.incidents,
        collector.rows,
        collector.truth,
        collector.events,
        collector.counts);
  }

  /** A hub's minutes of connectedDeviceCount, by time; empty for a hub that is not there. */
  public List<CountSample> counts(Hub hub) {
    return counts.getOrDefault(hub, List.of());
  }

  private static final class Collector implements FleetSink {
    private final List<SimulatedDevice> devices = new ArrayList<>();
    private final List<WideIncident> incidents = new ArrayList<>();
    private final List<ConnectionRow> rows = new ArrayList<>();
    private final List<TruthLine> truth = new ArrayList<>();
    private final List<StateEvent> events = new ArrayList<>();
    private final Map<Hub, List<CountSample>> counts = new LinkedHashMap<>();

    @Override
    public void device(SimulatedDevice device) {
      devices.add(device);
    }

    @Override
    public void incident(WideIncident incident) {
      incidents.add(incident);
    }

    @Override
    public void row(LogRow row) {
      rows.add(row.connectionRow());
    }

    @Override
    public void truth(TruthLine line) {
      truth.add(line);
    }

    @Override
    public void event(StateEvent event) {
      events.add(event);
    }

    @Override
    public void sample(Hub hub, CountSample sample) {
      counts.computeIfAbsent(hub, h -> new ArrayList<>()).add(sample);
    }
  }
}
