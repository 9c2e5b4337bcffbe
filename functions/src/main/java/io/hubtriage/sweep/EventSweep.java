package io.hubtriage.sweep;

import io.hubtriage.incident.IncidentDesk;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.model.Assessment;
import io.hubtriage.model.ConnectionEvent;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.HubEvents.Absence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One look at the connection events: who is away for too long, and do many go at once. It says that
 * something is wrong minutes before the log can say what. The last minutes of the journal are read
 * again and again, and what is remembered is written last, so a sweep that dies half way, comes
 * late or runs twice changes nothing.
 */
public final class EventSweep {
  /** Missed sweeps are made up for, to some extent. */
  private static final Duration FURTHEST = Duration.ofHours(2);

  /** A disconnect this late says too little: nobody reads what happened since then again. */
  private static final Duration TOO_LATE = Duration.ofHours(6);

  private final EventJournal journal;
  private final EventMemory memory;
  private final SweepMemory log;
  private final IncidentDesk desk;
  private final EventPlan plan;

  /**
   * Works on these.
   *
   * @param log what the log sweep remembers: it knows of devices that came back without an event
   */
  public EventSweep(
      EventJournal journal,
      EventMemory memory,
      SweepMemory log,
      IncidentDesk desk,
      EventPlan plan) {
    this.journal = journal;
    this.memory = memory;
    this.log = log;
    this.desk = desk;
    this.plan = plan;
  }

  /**
   * Looks at the events of the last minutes.
   *
   * @param hubs whose events to look at
   * @throws EventsUnavailableException if the store does not answer; the next sweep looks at the
   *     same events
   */
  public List<EventReport> sweep(Collection<Hub> hubs, Instant now) {
    SweepMemory.Stored known = log.load();
    List<EventReport> reports = new ArrayList<>();
    for (Hub hub : new TreeSet<>(hubs)) {
      Map<Device, Instant> back = known.memory().map(m -> m.hub(hub).back()).orElse(Map.of());
      reports.add(sweep(hub, back, now));
    }
    return reports;
  }

  private EventReport sweep(Hub hub, Map<Device, Instant> back, Instant now) {
    EventMemory.Stored stored = memory.load(hub);
    HubEvents before = stored.orEmpty();
    Window window = window(before, now);
    List<ConnectionEvent> events = events(hub, before, window, now);
    RollCall roll = RollCall.of(events, before.away());
    EventLook look = new EventLook(hub, before, back, roll, plan, now);
    Assessment assessment = look.assessment();
    List<OutboxRow> told = silent(assessment) ? List.of() : desk.work(assessment, now).rows();
    HubEvents after = look.memory(window);
    boolean saved = memory.save(stored, after);
    return new EventReport(
        assessment, after.away().size(), after.beyond(), roll.flaps(), told, saved);
  }

  private static boolean silent(Assessment a) {
    return a.examined().isEmpty() && a.conditions().isEmpty() && a.outages().isEmpty();
  }

  private Window window(HubEvents before, Instant now) {
    Instant last = before.sweptAt().filter(now::isAfter).orElse(now);
    Instant furthest = now.minus(FURTHEST);
    Instant from = last.isAfter(furthest) ? last : furthest;
    return new Window(from.minus(plan.reread()), now);
  }

  /**
   * The window's events. If one of them is a disconnect from before the window, the device may have
   * come back since, so what happened in between is read as well.
   */
  private List<ConnectionEvent> events(Hub hub, HubEvents before, Window window, Instant now) {
    List<ConnectionEvent> events = new ArrayList<>(journal.read(hub, window));
    Instant oldest = now.minus(TOO_LATE);
    events.removeIf(e -> !e.connected() && e.eventTime().isBefore(oldest));
    events.stream()
        .filter(e -> !e.connected() && news(e, before.away().get(e.device())))
        .map(ConnectionEvent::eventTime)
        .filter(at -> at.isBefore(window.start()))
        .min(Comparator.naturalOrder())
        .ifPresent(from -> events.addAll(journal.read(hub, new Window(from, window.start()))));
    return events;
  }

  private static boolean news(
      ConnectionEvent event, @org.jspecify.annotations.Nullable Absence known) {
    return known == null || event.sequenceNumber().compareTo(known.sequenceNumber()) > 0;
  }
}
