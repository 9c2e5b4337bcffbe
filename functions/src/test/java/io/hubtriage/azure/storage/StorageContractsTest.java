package io.hubtriage.azure.storage;

import com.azure.core.util.Context;
import com.azure.data.tables.TableClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.queue.QueueClient;
import io.hubtriage.contract.BudgetsContract;
import io.hubtriage.contract.DeliveriesContract;
import io.hubtriage.contract.EventJournalContract;
import io.hubtriage.contract.EventMemoryContract;
import io.hubtriage.contract.IncidentsContract;
import io.hubtriage.contract.OutboxContract;
import io.hubtriage.contract.ParkingContract;
import io.hubtriage.contract.SweepMemoryContract;
import io.hubtriage.contract.WakeupsContract;
import io.hubtriage.contract.WatchMemoryContract;
import io.hubtriage.incident.Budgets;
import io.hubtriage.incident.Deliveries;
import io.hubtriage.incident.Incidents;
import io.hubtriage.incident.Outbox;
import io.hubtriage.incident.Wakeup;
import io.hubtriage.incident.Wakeups;
import io.hubtriage.sweep.EventJournal;
import io.hubtriage.sweep.EventMemory;
import io.hubtriage.sweep.Parking;
import io.hubtriage.sweep.SweepMemory;
import io.hubtriage.sweep.memory.MemoryParking.Parked;
import io.hubtriage.watch.WatchMemory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;

final class StorageContractsTest {
  @Nested
  final class OfIncidents extends IncidentsContract {
    private final TableClient table = Azurite.table();

    @Override
    protected Incidents incidents() {
      return new TableIncidents(table);
    }

    @Override
    protected Outbox outbox() {
      return new TableOutbox(table);
    }
  }

  @Nested
  final class OfOutbox extends OutboxContract {
    @Override
    protected Outbox outbox() {
      return new TableOutbox(Azurite.table());
    }
  }

  @Nested
  final class OfDeliveries extends DeliveriesContract {
    private final TableClient table = Azurite.table();

    @Override
    protected Outbox outbox() {
      return new TableOutbox(table);
    }

    @Override
    protected Deliveries deliveries() {
      return new TableDeliveries(table);
    }
  }

  @Nested
  final class OfBudgets extends BudgetsContract {
    @Override
    protected Budgets budgets() {
      return new TableBudgets(Azurite.table());
    }
  }

  @Nested
  final class OfMemory extends SweepMemoryContract {
    @Override
    protected SweepMemory memory() {
      return new TableSweepMemory(Azurite.table());
    }
  }

  @Nested
  final class OfJournal extends EventJournalContract {
    @Override
    protected EventJournal journal() {
      return new TableEventJournal(Azurite.tables(), Azurite.name("j"));
    }
  }

  @Nested
  final class OfEventMemory extends EventMemoryContract {
    @Override
    protected EventMemory memory() {
      return new TableEventMemory(Azurite.table());
    }
  }

  @Nested
  final class OfWatchMemory extends WatchMemoryContract {
    private final TableClient table = Azurite.table();

    @Override
    protected WatchMemory memory() {
      return new TableWatchMemory(table);
    }

    @Override
    protected Outbox outbox() {
      return new TableOutbox(table);
    }
  }

  @Nested
  final class OfWakeups extends WakeupsContract {
    private final QueueClient queue = Azurite.queue();

    @Override
    protected Wakeups wakeups() {
      return new QueueWakeups(queue);
    }

    @Override
    protected List<Wakeup> seen() {
      return queue.receiveMessages(32, Duration.ofSeconds(30), null, Context.NONE).stream()
          .map(message -> WakeupMessage.read(message.getBody().toString()))
          .toList();
    }
  }

  @Nested
  final class OfParking extends ParkingContract {
    private final BlobContainerClient container = Azurite.container();

    @Override
    protected Parking parking() {
      return new BlobParking(container);
    }

    @Override
    protected List<Parked> parked() {
      return container.listBlobs().stream()
          .map(blob -> container.getBlobClient(blob.getName()).downloadContent().toString())
          .map(
              json ->
                  StoredJson.read(
                      json, f -> new Parked(f.text("reason"), f.text("text"), f.at("at"))))
          .toList();
    }
  }
}
