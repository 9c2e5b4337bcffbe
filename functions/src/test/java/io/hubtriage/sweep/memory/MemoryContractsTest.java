package io.hubtriage.sweep.memory;

import io.hubtriage.contract.EventJournalContract;
import io.hubtriage.contract.EventMemoryContract;
import io.hubtriage.sweep.EventJournal;
import io.hubtriage.sweep.EventMemory;
import org.junit.jupiter.api.Nested;

final class MemoryContractsTest {
  @Nested
  final class OfJournal extends EventJournalContract {
    @Override
    protected EventJournal journal() {
      return new MemoryEventJournal();
    }
  }

  @Nested
  final class OfEventMemory extends EventMemoryContract {
    @Override
    protected EventMemory memory() {
      return new KeptEvents();
    }
  }
}
