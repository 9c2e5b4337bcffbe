package io.hubtriage.incident.memory;

import io.hubtriage.incident.Budget;
import io.hubtriage.incident.Budgets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Budgets in memory. Safe to share. */
public final class MemoryBudgets implements Budgets {
  private final Map<String, Stored> stored = new HashMap<>();

  @Override
  public synchronized Stored load(String channel) {
    return stored.getOrDefault(channel, new Stored(channel, Optional.empty(), ""));
  }

  @Override
  public synchronized boolean save(Stored read, Budget after) {
    Stored now = load(read.channel());
    if (!now.version().equals(read.version())) {
      return false;
    }
    long version = now.version().isEmpty() ? 1 : Long.parseLong(now.version()) + 1;
    stored.put(
        read.channel(), new Stored(read.channel(), Optional.of(after), Long.toString(version)));
    return true;
  }
}
