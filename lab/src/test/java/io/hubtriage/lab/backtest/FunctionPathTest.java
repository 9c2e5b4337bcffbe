package io.hubtriage.lab.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.ExecutionContext;
import io.hubtriage.azure.functions.DeliverNotice;
import io.hubtriage.azure.functions.ReceiveConnectionEvents;
import io.hubtriage.azure.functions.SweepEvents;
import io.hubtriage.azure.functions.SweepLogs;
import io.hubtriage.azure.storage.WakeupMessage;
import io.hubtriage.incident.Delivery;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Incident;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.incident.Wakeup;
import io.hubtriage.lab.log.MemoryConnectedDevices;
import io.hubtriage.lab.log.MemoryConnectionLog;
import io.hubtriage.lab.read.ReceivedEvent;
import io.hubtriage.lab.simulate.Scenario;
import io.hubtriage.lab.simulate.SimulatedFleet;
import io.hubtriage.lab.simulate.StateEvent;
import io.hubtriage.model.Cause;
import io.hubtriage.model.ConnectionEvent;
import io.hubtriage.model.ConnectionEvent.State;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import io.hubtriage.pipeline.Rules;
import io.hubtriage.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What a backtest foretells is what the functions do: the same fleet, once replayed and once driven
 * through the functions as the host would, makes the same incidents and the same notices.
 */
final class FunctionPathTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final SimulatedFleet fleet = SimulatedFleet.of(Scenario.mixed(60, 12, 5));
  private final List<StateEvent> events =
      fleet.events().stream().sorted(Comparator.comparing(StateEvent::receivedAt)).toList();
  private final MemoryConnectionLog log = Fleet.log(fleet.rows());
  private final MemoryConnectedDevices metric = Fleet.metric(fleet);
  private final Settings settings = settings();
  private int delivered;

  @Test
  void functionsDoWhatTheBacktestForetells() {
    Replay replay = replayed();
    MemoryPorts functions = driven();
    List<Incident> incidents = functions.store.history();
    assertThat(incidents).isEqualTo(replay.store().history());
    assertThat(incidents)
        .extracting(Incident::cause)
        .hasSizeGreaterThan(6)
        .contains(Cause.HUB_TRANSIENT, Cause.CRASH_LOOP, Cause.AUTHENTICATION_FAILURE);
    assertThat(told(functions.store.rows())).isEqualTo(told(replay.store().rows()));
    assertThat(functions.store.rows()).noneMatch(row -> row.state().waits());
    assertThat(functions.parking.parked()).isEmpty();
  }

  private Replay replayed() {
    Rules rules = Rules.of(settings);
    List<ReceivedEvent> received =
        events.stream().map(e -> new ReceivedEvent(event(e), e.receivedAt())).toList();
    Replay replay =
        new Replay(
            log,
            metric,
            received,
            rules,
            Delivery.to(MemoryPorts.deaf(settings), rules.budgets(), rules.fallbacks()));
    replay.run(share -> {});
    return replay;
  }

  /** Plays the host over the same span of time. */
  private MemoryPorts driven() {
    MemoryPorts ports = new MemoryPorts(settings, log, metric);
    Window span = log.ingestion().orElseThrow();
    long every = Replay.INTERVAL.toMillis();
    Instant begin = Instant.ofEpochMilli(Math.floorDiv(span.start().toEpochMilli(), every) * every);
    Instant end = span.end().plus(ports.rules().plan().settle()).plus(Replay.INTERVAL);
    end = end.plus(Replay.INTERVAL);
    for (Instant now = begin.plus(MINUTE); now.isBefore(end); now = now.plus(MINUTE)) {
      // As in a replay: once nobody delivers events any more, silence means nothing.
      if (delivered < events.size()) {
        receive(ports, now);
        ports.set(now);
        new SweepEvents(ports).run("{}", new Context());
        deliver(ports);
      }
      ports.set(now);
      if (now.toEpochMilli() % every == 0) {
        new SweepLogs(ports).run("{}", new Context());
      }
      deliver(ports);
    }
    ports.set(end.plus(Duration.ofDays(1)));
    deliver(ports);
    return ports;
  }

  private void receive(MemoryPorts ports, Instant now) {
    while (delivered < events.size() && events.get(delivered).receivedAt().isBefore(now)) {
      StateEvent event = events.get(delivered++);
      ports.set(event.receivedAt());
      new ReceiveConnectionEvents(ports).run(json(event), new Context());
    }
  }

  private static void deliver(MemoryPorts ports) {
    for (List<Wakeup> some = ports.visible(); !some.isEmpty(); some = ports.visible()) {
      some.forEach(
          wakeup -> new DeliverNotice(ports).run(WakeupMessage.write(wakeup), new Context()));
    }
  }

  /**
   * Summaries depend on when the budget has a token again, and that on when somebody asks. That
   * nobody looks at events in the end is told too, and no backtest foretells it.
   */
  private static List<Notice> told(List<OutboxRow> rows) {
    return rows.stream()
        .map(OutboxRow::notice)
        .filter(notice -> !(notice.facts() instanceof Facts.OfSummary))
        .filter(notice -> !(notice.facts() instanceof Facts.OfBlindness))
        .toList();
  }

  private static ConnectionEvent event(StateEvent e) {
    return new ConnectionEvent(
        e.device().hub(),
        e.device().device(),
        e.kind() == StateEvent.Kind.CONNECTED ? State.CONNECTED : State.DISCONNECTED,
        e.at(),
        e.sequence());
  }

  private static String json(StateEvent e) {
    return """
    {"id":"%s","topic":"%s","subject":"devices/x","eventType":"%s","eventTime":"%s",
     "dataVersion":"1","metadataVersion":"1","data":{"hubName":"%s","deviceId":"%s",
     "moduleId":"%s","deviceConnectionStateEventInfo":{"sequenceNumber":"%s"}}}
    """
        .formatted(
            e.id(),
            e.device().hub().resourceId(),
            e.kind().type(),
            e.at(),
            e.device().hub().name(),
            e.device().device().deviceId(),
            e.device().device().moduleId(),
            e.sequence());
  }

  private Settings settings() {
    String hubs =
        log.hubs().stream()
            .map(Hub::resourceId)
            .map("{\"resourceId\":\"%s\"}"::formatted)
            .collect(Collectors.joining(","));
    return Settings.parse("{\"hubs\":[" + hubs + "]}");
  }

  /** What the worker gives a function; nobody reads the lines. */
  private static final class Context implements ExecutionContext {
    private static final Logger SILENT = Logger.getLogger(FunctionPathTest.class.getName());

    static {
      SILENT.setLevel(Level.OFF);
    }

    @Override
    public Logger getLogger() {
      return SILENT;
    }

    @Override
    public String getInvocationId() {
      return "1";
    }

    @Override
    public String getFunctionName() {
      return "any";
    }
  }
}
