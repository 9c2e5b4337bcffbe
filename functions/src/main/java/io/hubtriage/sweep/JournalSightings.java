package io.hubtriage.sweep;

import io.hubtriage.model.ConnectionEvent;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Presence;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.HubEvents.Absence;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Sightings from the journal's last minutes and from what the event sweep remembers. The look-back
 * only has to reach the drop of a device that the log calls missing for the first time; what was
 * seen then, the log sweep remembers.
 */
public final class JournalSightings implements Sightings {
  private final EventJournal journal;
  private final EventMemory memory;
  private final Duration lookBack;

  /**
   * Looks here.
   *
   * @param plan tells how late a drop's row may be
   */
  public JournalSightings(EventJournal journal, EventMemory memory, SweepPlan plan) {
    this.journal = journal;
    this.memory = memory;
    this.lookBack = plan.settle().plus(plan.overlap()).plus(Duration.ofMinutes(5));
  }

  @Override
  public Map<Device, Presence> of(Hub hub, Set<Device> asked, Instant now) {
    Map<Device, Absence> away = memory.load(hub).orEmpty().away();
    Map<Device, Presence> seen = new HashMap<>();
    away.forEach((device, absence) -> seen.put(device, Presence.away(absence.last())));
    if (asked.isEmpty()) {
      return seen;
    }
    Map<Device, ConnectionEvent> newest = new HashMap<>();
    for (ConnectionEvent event : journal.read(hub, new Window(now.minus(lookBack), now))) {
      if (asked.contains(event.device())) {
        newest.merge(
            event.device(),
            event,
            (a, b) -> ConnectionEvent.AS_HAPPENED.compare(a, b) >= 0 ? a : b);
      }
    }
    newest.forEach(
        (device, event) -> {
          Absence absence = away.get(device);
          if (absence == null || event.sequenceNumber().compareTo(absence.sequenceNumber()) > 0) {
            seen.put(device, new Presence(event.state(), event.eventTime()));
          }
        });
    return seen;
  }
}
