package io.hubtriage.sweep.memory;

import io.hubtriage.contract.ParkingContract;
import io.hubtriage.contract.SweepMemoryContract;
import io.hubtriage.sweep.Parking;
import io.hubtriage.sweep.SweepMemory;
import io.hubtriage.sweep.memory.MemoryParking.Parked;
import java.util.List;
import org.junit.jupiter.api.Nested;

final class SweepMemoryContractsTest {
  @Nested
  final class OfMemory extends SweepMemoryContract {
    @Override
    protected SweepMemory memory() {
      return new KeptMemory();
    }
  }

  @Nested
  final class OfParking extends ParkingContract {
    private final MemoryParking parking = new MemoryParking();

    @Override
    protected Parking parking() {
      return parking;
    }

    @Override
    protected List<Parked> parked() {
      return parking.parked();
    }
  }
}
