package io.hubtriage.lab.backtest;

import io.hubtriage.lab.read.ReceivedEvent;
import io.hubtriage.model.Hub;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Events on their way: each is there from the moment it was received. Hubs are matched by name,
 * which is unique in Azure: exports of the log often lack the resource id.
 */
final class Deliveries {
  private final List<ReceivedEvent> events;
  private int next;

  Deliveries(Collection<ReceivedEvent> events) {
    this.events = events.stream().sorted(Comparator.comparing(ReceivedEvent::receivedAt)).toList();
  }

  /** Whether there are no events at all. */
  boolean none() {
    return events.isEmpty();
  }

  Set<Hub> hubs() {
    return events.stream().map(r -> r.event().hub()).collect(Collectors.toSet());
  }

  /** What was received before a moment and not handed out yet. */
  List<ReceivedEvent> before(Instant now) {
    int from = next;
    while (next < events.size() && events.get(next).receivedAt().isBefore(now)) {
      next++;
    }
    return events.subList(from, next);
  }
}
