package io.hubtriage.lab.bench;

import io.hubtriage.diagnose.Baseline;
import io.hubtriage.diagnose.Diagnosis;
import io.hubtriage.diagnose.Diagnostician;
import io.hubtriage.diagnose.HubCase;
import io.hubtriage.diagnose.LifeLearner;
import io.hubtriage.diagnose.Lives;
import io.hubtriage.incident.IncidentDesk;
import io.hubtriage.incident.memory.MemoryStore;
import io.hubtriage.lab.log.MemoryConnectedDevices;
import io.hubtriage.lab.log.MemoryConnectionLog;
import io.hubtriage.lab.simulate.FleetSink;
import io.hubtriage.lab.simulate.LogRow;
import io.hubtriage.lab.simulate.Scenario;
import io.hubtriage.lab.simulate.Simulation;
import io.hubtriage.model.Band;
import io.hubtriage.model.Cohort;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import io.hubtriage.pipeline.Rules;
import io.hubtriage.settings.Settings;
import io.hubtriage.sweep.ConnectionLog.TimelineAnswer;
import io.hubtriage.sweep.ConnectionLog.TimelineQuestion;
import io.hubtriage.sweep.HubMemory;
import io.hubtriage.sweep.LogSweep;
import io.hubtriage.sweep.SweepPlan;
import io.hubtriage.sweep.SweepReport;
import io.hubtriage.sweep.memory.KeptMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A simulated day of one hub, in the log to its last row, with its token lives learned. */
final class HubDay {
  private static final SweepPlan SHIPPED = SweepPlan.DEFAULT;

  private final Hub hub;
  private final MemoryConnectionLog log;
  private final MemoryConnectedDevices metric;
  private final Window day;

  /** When the day's last row has come in. */
  private final Instant asOf;

  private final Lives lives;
  private final Map<Hub, Map<Cohort, List<Band>>> bands;

  private HubDay(Hub hub, MemoryConnectionLog log, MemoryConnectedDevices metric, Window day) {
    this.hub = hub;
    this.log = log;
    this.metric = metric;
    this.day = day;
    this.asOf = log.ingestion().orElseThrow().end();
    KeptMemory memory = new KeptMemory();
    SweepReport first = firstSweep(memory);
    this.bands = first.question().bands();
    this.lives =
        memory
            .load()
            .memory()
            .map(
                learned ->
                    LifeLearner.learn(learned.hubs().getOrDefault(hub, HubMemory.EMPTY).sessions()))
            .orElseThrow();
  }

  /** Simulates a hub with every fault, on a log as unreliable as documented. */
  static HubDay of(int devices, long seed) {
    Scenario scenario = Scenario.mixed(devices, 24, seed).withHubs(1);
    Loading loading = new Loading();
    Simulation.run(scenario, loading);
    MemoryConnectionLog log = loading.log.build();
    Window day =
        new Window(scenario.start(), scenario.start().plus(Duration.ofHours(scenario.hours())));
    return new HubDay(log.hubs().iterator().next(), log, loading.metric, day);
  }

  /** A first sweep learns the lives from the whole look-back. */
  private SweepReport firstSweep(KeptMemory memory) {
    Rules rules = Rules.of(Settings.DEFAULT);
    MemoryStore store = new MemoryStore();
    IncidentDesk desk = new IncidentDesk(store, rules.lifecycle(), rules.router());
    return new LogSweep(log, metric, desk, store, memory, rules.telling(), SHIPPED).sweep(asOf);
  }

  /** Distinct rows of the log. */
  int rows() {
    return log.size();
  }

  /**
   * What the log tells of every device that had an unexplained row since the day began.
   *
   * @param limit as {@link TimelineQuestion}'s
   * @param sample as {@link TimelineQuestion}'s
   */
  TimelineAnswer ask(int limit, int sample) {
    return log.timelines(
        new TimelineQuestion(
            new Window(day.start(), asOf),
            SHIPPED.lookBack(),
            bands,
            Map.of(),
            SHIPPED.settle(),
            limit,
            sample));
  }

  /**
   * One look at all that the log told; no burst is known beforehand, so all are found now.
   *
   * @param usual what sweeps before have seen
   */
  Diagnosis diagnose(TimelineAnswer answer, Baseline usual) {
    return Diagnostician.diagnose(
        new HubCase(
            hub,
            answer.timelines(),
            lives,
            usual,
            List.of(),
            metric.counts(hub, new Window(day.start(), asOf)),
            asOf,
            SHIPPED.settle(),
            unexplained(answer)));
  }

  /** Devices with an unexplained row. */
  int unexplained(TimelineAnswer answer) {
    return answer.unexplained().getOrDefault(hub, 0);
  }

  /** What sweeps over the day would have seen as usual. */
  Baseline usual(Diagnosis diagnosis) {
    return Baseline.EMPTY.with(diagnosis.startled(), asOf);
  }

  private static final class Loading implements FleetSink {
    private final MemoryConnectionLog.Builder log = MemoryConnectionLog.builder();
    private final MemoryConnectedDevices metric = new MemoryConnectedDevices();

    @Override
    public void row(LogRow row) {
      log.add(row.connectionRow());
    }

    @Override
    public void sample(Hub hub, CountSample sample) {
      metric.add(hub, sample);
    }
  }
}
