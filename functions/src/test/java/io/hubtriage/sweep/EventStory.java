package io.hubtriage.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.diagnose.Baseline;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Incident;
import io.hubtriage.incident.IncidentDesk;
import io.hubtriage.incident.Lifecycle;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.incident.memory.MemoryStore;
import io.hubtriage.model.ConnectionEvent;
import io.hubtriage.model.ConnectionEvent.State;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Population;
import io.hubtriage.sweep.memory.KeptEvents;
import io.hubtriage.sweep.memory.KeptMemory;
import io.hubtriage.sweep.memory.MemoryEventJournal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells what events come from a hub and checks what people heard. A sweep runs every minute, by
 * objects that were just made, and twice: the second time must change nothing.
 */
final class EventStory {
  static final Hub HUB = new Hub("hub-one");
  private static final Instant MIDNIGHT = Instant.parse("2026-03-10T00:00:00Z");

  private final MemoryEventJournal journal = new MemoryEventJournal();
  private final KeptEvents memory = new KeptEvents();
  private final KeptMemory log = new KeptMemory();
  private final MemoryStore store = new MemoryStore();
  private final List<Delivery> coming = new ArrayList<>();
  private final Set<String> told = new HashSet<>();
  private final List<String> lines = new ArrayList<>();
  private EventPlan plan = EventPlan.DEFAULT;
  private Instant now = MIDNIGHT;

  private record Delivery(ConnectionEvent event, Instant at) {}

  static Instant at(String clock) {
    return MIDNIGHT.plusSeconds(LocalTime.parse(clock).toSecondOfDay());
  }

  static Device device(String label) {
    String[] parts = label.split("/", 2);
    return new Device(parts[0], parts.length > 1 ? parts[1] : "");
  }

  static ConnectionEvent event(String label, State state, String clock) {
    String sequence = "%064X".formatted(at(clock).toEpochMilli());
    return new ConnectionEvent(HUB, device(label), state, at(clock), sequence);
  }

  EventStory grace(int minutes) {
    plan =
        new EventPlan(
            Duration.ofMinutes(minutes), plan.reread(), plan.watch(), plan.limit(), plan.sample());
    return this;
  }

  EventStory remembering(int devices, int members) {
    plan = new EventPlan(plan.grace(), plan.reread(), plan.watch(), devices, members);
    return this;
  }

  /** What is usual: so many short absences yesterday. */
  EventStory busy(int returns) {
    HubEvents known = HubEvents.EMPTY;
    HubEvents busy =
        new HubEvents(
            known.sweptAt(),
            known.away(),
            0,
            List.of(),
            known.stayedAway(),
            new Baseline(Map.of(MIDNIGHT.minusSeconds(3_600), returns)));
    memory.save(memory.load(HUB), busy);
    return this;
  }

  EventStory gone(String clock, String... devices) {
    return tell(State.DISCONNECTED, clock, clock, devices);
  }

  EventStory back(String clock, String... devices) {
    return tell(State.CONNECTED, clock, clock, devices);
  }

  EventStory goneTold(String clock, String received, String... devices) {
    return tell(State.DISCONNECTED, clock, received, devices);
  }

  EventStory backTold(String clock, String received, String... devices) {
    return tell(State.CONNECTED, clock, received, devices);
  }

  /** The log saw the device connect, and its sweep has remembered it. */
  EventStory backInTheLog(String clock, String device) {
    HubMemory hub =
        new HubMemory(
            HubMemory.EMPTY.sessions(),
            Baseline.EMPTY,
            List.of(),
            Set.of(),
            Map.of(device(device), at(clock)),
            Map.of(),
            Population.EMPTY);
    log.save(log.load(), new Memory(now, now, now, Map.of(HUB, hub)));
    return this;
  }

  /** Sweeps every minute after the last one, up to and including a time. */
  EventStory until(String clock) {
    while (now.isBefore(at(clock))) {
      now = now.plusSeconds(60);
      sweep();
    }
    return this;
  }

  /** The program is down; events are still delivered. */
  EventStory downUntil(String clock) {
    now = at(clock).minusSeconds(60);
    return this;
  }

  EventStory heard(String... expected) {
    assertThat(lines).isEqualTo(Arrays.asList(expected));
    return this;
  }

  List<Incident> history() {
    return store.history();
  }

  HubEvents remembered() {
    return memory.load(HUB).events().orElseThrow();
  }

  private EventStory tell(State state, String clock, String received, String... devices) {
    for (String device : devices) {
      coming.add(new Delivery(event(device, state, clock), at(received)));
    }
    return this;
  }

  private void sweep() {
    coming.stream()
        .filter(d -> d.at().isBefore(now))
        .forEach(d -> journal.append(d.event(), d.at()));
    coming.removeIf(d -> d.at().isBefore(now));
    once();
    for (OutboxRow row : store.rows()) {
      if (told.add(row.notice().id())) {
        lines.add(line(row.notice()));
      }
    }
    Map<String, Incident> after = incidents();
    HubEvents remembered = remembered();
    once();
    assertThat(incidents()).as("incidents, swept twice at %s", now).isEqualTo(after);
    assertThat(remembered()).as("memory, swept twice at %s", now).isEqualTo(remembered);
  }

  private void once() {
    IncidentDesk desk =
        new IncidentDesk(store, Lifecycle.DEFAULT, (hub, cause, severity) -> List.of("teams"));
    new EventSweep(journal, memory, log, desk, plan).sweep(List.of(HUB), now);
  }

  private Map<String, Incident> incidents() {
    Map<String, Incident> all = new HashMap<>();
    store.history().forEach(i -> all.put(i.id(), i));
    return all;
  }

  private String line(Notice notice) {
    Facts.OfIncident facts = (Facts.OfIncident) notice.facts();
    return "%s %s %s %d"
        .formatted(
            LocalTime.MIDNIGHT.plusSeconds(Duration.between(MIDNIGHT, now).toSeconds()),
            notice.kind(),
            facts.devices().size() == 1 ? facts.devices().get(0).device().label() : "many",
            facts.members());
  }
}
