package io.hubtriage.watch.memory;

import io.hubtriage.incident.Outbox;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.model.Hub;
import io.hubtriage.watch.Vigil;
import io.hubtriage.watch.WatchMemory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A watch's memory in memory, beside an outbox that is, too. Safe to share. */
public final class KeptVigils implements WatchMemory {
  private final Map<Hub, Stored> stored = new HashMap<>();
  private final Outbox outbox;

  /** Puts new rows into this outbox. */
  public KeptVigils(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public synchronized Stored load(Hub hub) {
    return stored.getOrDefault(hub, new Stored(hub, Optional.empty(), ""));
  }

  @Override
  public synchronized boolean save(Stored read, Vigil after, List<OutboxRow> rows) {
    Stored now = load(read.hub());
    if (!now.version().equals(read.version()) || !outbox.replace(List.of(), rows)) {
      return false;
    }
    long version = now.version().isEmpty() ? 1 : Long.parseLong(now.version()) + 1;
    stored.put(read.hub(), new Stored(read.hub(), Optional.of(after), Long.toString(version)));
    return true;
  }
}
