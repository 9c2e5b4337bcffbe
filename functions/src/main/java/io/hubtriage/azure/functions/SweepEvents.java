package io.hubtriage.azure.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import io.hubtriage.azure.wiring.Ports;
import io.hubtriage.azure.wiring.Wiring;
import io.hubtriage.incident.IncidentDesk;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.model.Hub;
import io.hubtriage.pipeline.Rules;
import io.hubtriage.settings.HubSettings;
import io.hubtriage.sweep.EventReport;
import io.hubtriage.sweep.EventSweep;
import java.util.List;

/** Looks at the newest connection events: who is away for too long, and do many go at once. */
public final class SweepEvents {
  private final Ports ports;

  /** As the worker makes it, one for every call. */
  public SweepEvents() {
    this(Wiring.shared());
  }

  /** On other parts. */
  public SweepEvents(Ports ports) {
    this.ports = ports;
  }

  /**
   * One sweep.
   *
   * @param timer what the host knows of the timer
   * @throws io.hubtriage.sweep.EventsUnavailableException if the store does not answer; the next
   *     sweep looks at the same events
   */
  @FunctionName("SweepEvents")
  public void run(
      @TimerTrigger(name = "timer", schedule = Connections.EVENTS_SCHEDULE) String timer,
      ExecutionContext context) {
    List<Hub> hubs = ports.settings().hubs().stream().map(HubSettings::hub).toList();
    List<EventReport> reports = sweep(ports.rules()).sweep(hubs, ports.now());
    List<OutboxRow> told = reports.stream().flatMap(r -> r.told().stream()).toList();
    int woken = new Waking(ports, context.getLogger()).wake(told);
    context.getLogger().info(() -> Lines.of(reports, woken));
  }

  private EventSweep sweep(Rules rules) {
    return new EventSweep(
        ports.journal(),
        ports.eventMemory(),
        ports.sweepMemory(),
        new IncidentDesk(ports.incidents(), rules.lifecycle(), rules.router()),
        rules.eventPlan());
  }
}
