package io.hubtriage.watch.memory;

import io.hubtriage.contract.WatchMemoryContract;
import io.hubtriage.incident.Outbox;
import io.hubtriage.incident.memory.MemoryStore;
import io.hubtriage.watch.WatchMemory;

final class MemoryContractTest extends WatchMemoryContract {
  private final MemoryStore store = new MemoryStore();

  @Override
  protected WatchMemory memory() {
    return new KeptVigils(store);
  }

  @Override
  protected Outbox outbox() {
    return store;
  }
}
