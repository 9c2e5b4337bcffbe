package io.hubtriage.sweep.memory;

import io.hubtriage.sweep.Memory;
import io.hubtriage.sweep.SweepMemory;
import java.util.Optional;

/** A sweep's memory in memory. Safe to share. */
public final class KeptMemory implements SweepMemory {
  private Stored stored = new Stored(Optional.empty(), "");

  @Override
  public synchronized Stored load() {
    return stored;
  }

  @Override
  public synchronized boolean save(Stored read, Memory after) {
    if (!read.version().equals(stored.version())) {
      return false;
    }
    long version = stored.version().isEmpty() ? 1 : Long.parseLong(stored.version()) + 1;
    stored = new Stored(Optional.of(after), Long.toString(version));
    return true;
  }
}
