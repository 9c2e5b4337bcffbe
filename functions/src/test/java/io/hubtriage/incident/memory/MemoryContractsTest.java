package io.hubtriage.incident.memory;

import io.hubtriage.contract.BudgetsContract;
import io.hubtriage.contract.DeliveriesContract;
import io.hubtriage.contract.IncidentsContract;
import io.hubtriage.contract.OutboxContract;
import io.hubtriage.contract.WakeupsContract;
import io.hubtriage.incident.Budgets;
import io.hubtriage.incident.Deliveries;
import io.hubtriage.incident.Incidents;
import io.hubtriage.incident.Outbox;
import io.hubtriage.incident.Wakeup;
import io.hubtriage.incident.Wakeups;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;

final class MemoryContractsTest {
  @Nested
  final class OfIncidents extends IncidentsContract {
    private final MemoryStore store = new MemoryStore();

    @Override
    protected Incidents incidents() {
      return store;
    }

    @Override
    protected Outbox outbox() {
      return store;
    }
  }

  @Nested
  final class OfOutbox extends OutboxContract {
    @Override
    protected Outbox outbox() {
      return new MemoryStore();
    }
  }

  @Nested
  final class OfDeliveries extends DeliveriesContract {
    private final MemoryStore store = new MemoryStore();

    @Override
    protected Outbox outbox() {
      return store;
    }

    @Override
    protected Deliveries deliveries() {
      return store;
    }
  }

  @Nested
  final class OfBudgets extends BudgetsContract {
    @Override
    protected Budgets budgets() {
      return new MemoryBudgets();
    }
  }

  @Nested
  final class OfWakeups extends WakeupsContract {
    private final MemoryWakeups wakeups = new MemoryWakeups();

    @Override
    protected Wakeups wakeups() {
      return wakeups;
    }

    @Override
    protected List<Wakeup> seen() {
      return wakeups.within(Duration.ZERO);
    }
  }
}
