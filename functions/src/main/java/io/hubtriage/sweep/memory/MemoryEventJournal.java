package io.hubtriage.sweep.memory;

import io.hubtriage.model.ConnectionEvent;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.EventJournal;
import io.hubtriage.sweep.JournalKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** An event journal in memory. Safe to share. */
public final class MemoryEventJournal implements EventJournal {
  private static final Duration KEPT = Duration.ofDays(2);

  private final Map<Hub, NavigableMap<Instant, Map<JournalKey, ConnectionEvent>>> hubs =
      new HashMap<>();

  @Override
  public synchronized void append(ConnectionEvent event, Instant receivedAt) {
    NavigableMap<Instant, Map<JournalKey, ConnectionEvent>> minutes =
        hubs.computeIfAbsent(event.hub(), h -> new TreeMap<>());
    for (JournalKey key : JournalKey.of(event, receivedAt)) {
      minutes.computeIfAbsent(key.minute(), m -> new LinkedHashMap<>()).putIfAbsent(key, event);
    }
    minutes.headMap(receivedAt.minus(KEPT)).clear();
  }

  @Override
  public synchronized List<ConnectionEvent> read(Hub hub, Window window) {
    List<ConnectionEvent> events = new ArrayList<>();
    hubs.getOrDefault(hub, new TreeMap<>())
        .subMap(window.start().truncatedTo(ChronoUnit.MINUTES), window.end())
        .values()
        .forEach(minute -> events.addAll(minute.values()));
    return events;
  }
}
