package io.hubtriage.lab.backtest;

import io.hubtriage.lab.read.ReceivedEvent;
import io.hubtriage.model.ConnectionEvent;
import io.hubtriage.model.Hub;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Events on their way: each is there from the moment it was received. Hubs are matched by name,
 * which is unique in Azure: exports of the log often lack the resource id.
 */
final class Deliveries {
  private final List<ReceivedEvent> events;
  private int next;

  /**
   * @param known hubs as the log names them
   */
  Deliveries(Collection<ReceivedEvent> events, Collection<Hub> known) {
    Map<String, Hub> names =
        known.stream().collect(Collectors.toMap(Hub::name, Function.identity(), (a, b) -> a));
    this.events =
        events.stream()
            .map(e -> at(e, names.getOrDefault(e.event().hub().name(), e.event().hub())))
            .sorted(Comparator.comparing(ReceivedEvent::receivedAt))
            .toList();
  }

  private static ReceivedEvent at(ReceivedEvent received, Hub hub) {
    ConnectionEvent e = received.event();
    return new ReceivedEvent(
        new ConnectionEvent(hub, e.device(), e.state(), e.eventTime(), e.sequenceNumber()),
        received.receivedAt());
  }

  /** Whether there are no events at all. */
  boolean none() {
    return events.isEmpty();
  }

  /** Whether the last one was handed out: from there on, that a device is silent means nothing. */
  boolean ended() {
    return next == events.size();
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
