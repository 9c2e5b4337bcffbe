package io.hubtriage.azure.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import io.hubtriage.azure.wiring.Ports;
import io.hubtriage.azure.wiring.Wiring;
import io.hubtriage.incident.IncidentDesk;
import io.hubtriage.pipeline.Rules;
import io.hubtriage.sweep.JournalSightings;
import io.hubtriage.sweep.LogSweep;
import io.hubtriage.sweep.SweepReport;
import java.time.Instant;

/**
 * Looks at what has come into the connection logs since the last time, and keeps the house: what
 * was not sent is woken first, because a log that does not answer must not hold that up.
 */
public final class SweepLogs {
  private final Ports ports;

  /** As the worker makes it, one for every call. */
  public SweepLogs() {
    this(Wiring.shared());
  }

  /** On other parts. */
  public SweepLogs(Ports ports) {
    this.ports = ports;
  }

  /**
   * One sweep.
   *
   * @param timer what the host knows of the timer
   * @throws io.hubtriage.sweep.ConnectionLogUnavailableException if the log does not answer; the
   *     next sweep looks at the same rows
   */
  @FunctionName("SweepLogs")
  public void run(
      @TimerTrigger(name = "timer", schedule = Connections.LOGS_SCHEDULE) String timer,
      ExecutionContext context) {
    Instant now = ports.now();
    new Housekeeping(ports, context.getLogger()).keep(now);
    SweepReport report = sweep(ports.rules()).sweep(now);
    int woken = new Waking(ports, context.getLogger()).wake(report.told());
    report
        .unanswered()
        .ifPresent(why -> context.getLogger().warning(() -> "no common factors: " + why));
    context.getLogger().info(() -> Lines.of(report, woken));
  }

  private LogSweep sweep(Rules rules) {
    return new LogSweep(
        ports.log(),
        ports.metric(),
        new IncidentDesk(ports.incidents(), rules.lifecycle(), rules.router()),
        ports.incidents(),
        ports.sweepMemory(),
        rules.telling(),
        rules.plan(),
        new JournalSightings(ports.journal(), ports.eventMemory(), rules.plan()));
  }
}
