package io.hubtriage.sweep.memory;

import io.hubtriage.model.Hub;
import io.hubtriage.sweep.EventMemory;
import io.hubtriage.sweep.HubEvents;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An event sweep's memory in memory. Safe to share. */
public final class KeptEvents implements EventMemory {
  private final Map<Hub, Stored> stored = new HashMap<>();

  @Override
  public synchronized Stored load(Hub hub) {
    return stored.getOrDefault(hub, new Stored(hub, Optional.empty(), ""));
  }

  @Override
  public synchronized boolean save(Stored read, HubEvents after) {
    Stored now = load(read.hub());
    if (!now.version().equals(read.version())) {
      return false;
    }
    long version = now.version().isEmpty() ? 1 : Long.parseLong(now.version()) + 1;
    stored.put(read.hub(), new Stored(read.hub(), Optional.of(after), Long.toString(version)));
    return true;
  }
}
