package io.hubtriage.lab.demo;

import io.hubtriage.azure.loganalytics.LogAnalytics;
import io.hubtriage.azure.metrics.HubMetrics;
import io.hubtriage.lab.backtest.Inputs;
import io.hubtriage.lab.backtest.Sources;
import io.hubtriage.lab.cloud.LocalMonitor;
import io.hubtriage.lab.cloud.MonitorClients;
import io.hubtriage.lab.log.MemoryConnectedDevices;
import io.hubtriage.lab.log.MemoryConnectionLog;
import io.hubtriage.lab.read.LabelledRow;
import io.hubtriage.lab.read.ReadReport;
import io.hubtriage.lab.read.ReceivedEvent;
import io.hubtriage.lab.read.RowId;
import io.hubtriage.lab.simulate.FleetSink;
import io.hubtriage.lab.simulate.LogRow;
import io.hubtriage.lab.simulate.Scenario;
import io.hubtriage.lab.simulate.Simulation;
import io.hubtriage.lab.simulate.StateEvent;
import io.hubtriage.lab.simulate.TruthLine;
import io.hubtriage.model.ConnectionEvent;
import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Hub;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A simulated fleet and what knows of it: the embedded Log Analytics with every row and every
 * minute of the metric, and the same in memory.
 */
final class DemoHub implements AutoCloseable {
  /** The stand-in answers for any workspace. */
  private static final String WORKSPACE = "demo";

  private final Inputs inputs;
  private final LocalMonitor monitor;

  private DemoHub(Inputs inputs, LocalMonitor monitor) {
    this.inputs = inputs;
    this.monitor = monitor;
  }

  /** Simulates a fleet and loads what it leaves behind. */
  static DemoHub of(Scenario scenario) {
    Loading loading = new Loading();
    Simulation.run(scenario, loading);
    return new DemoHub(loading.inputs(scenario), loading.monitor.open());
  }

  /** The rows in memory, the events and the truth. */
  Inputs inputs() {
    return inputs;
  }

  /** The embedded Log Analytics, asked over HTTP by the official clients as on Azure. */
  Sources overHttp() {
    MonitorClients clients = new MonitorClients(monitor.endpoint(), LogAnalytics.retries());
    return new Sources(
        new LogAnalytics(clients.logs(), WORKSPACE),
        new HubMetrics(clients.metrics()),
        monitor::now);
  }

  @Override
  public void close() {
    monitor.close();
  }

  /** Hands each row on to both logs. */
  private static final class Loading implements FleetSink {
    private final LocalMonitor.Loader monitor = LocalMonitor.loader();
    private final MemoryConnectionLog.Builder log = MemoryConnectionLog.builder();
    private final MemoryConnectedDevices metric = new MemoryConnectedDevices();
    private final List<ReceivedEvent> events = new ArrayList<>();
    private final List<LabelledRow> truth = new ArrayList<>();
    private long rows;

    @Override
    public void row(LogRow row) {
      ConnectionRow seen = row.connectionRow();
      monitor.add(seen);
      log.add(seen);
      rows++;
    }

    @Override
    public void sample(Hub hub, CountSample sample) {
      monitor.add(hub, sample);
      metric.add(hub, sample);
    }

    @Override
    public void event(StateEvent e) {
      ConnectionEvent.State state =
          e.kind() == StateEvent.Kind.CONNECTED
              ? ConnectionEvent.State.CONNECTED
              : ConnectionEvent.State.DISCONNECTED;
      events.add(
          new ReceivedEvent(
              new ConnectionEvent(
                  e.device().hub(), e.device().device(), state, e.at(), e.sequence()),
              e.receivedAt()));
    }

    @Override
    public void truth(TruthLine line) {
      RowId id = new RowId(line.time(), line.hub().name(), line.device(), line.code());
      truth.add(new LabelledRow(id, line.cause(), line.cause()));
    }

    Inputs inputs(Scenario scenario) {
      return new Inputs(
          scenario.devices() + " simulated devices",
          new ReadReport(0, rows, 0, 0, 0, List.of()),
          log.build(),
          metric,
          events,
          Optional.of(truth),
          List.of());
    }
  }
}
