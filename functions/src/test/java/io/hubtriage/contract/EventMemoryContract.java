package io.hubtriage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.diagnose.Baseline;
import io.hubtriage.model.Device;
import io.hubtriage.sweep.EventMemory;
import io.hubtriage.sweep.HubEvents;
import io.hubtriage.sweep.HubEvents.Absence;
import io.hubtriage.sweep.HubEvents.Crowd;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store of the event sweep's memory must keep to. */
public abstract class EventMemoryContract {
  private static final Instant NOON = Samples.NOON;

  /** An empty store. Asked for once per test. */
  protected abstract EventMemory memory();

  @Test
  void newHubHasNone() {
    assertThat(memory().load(Samples.HUB))
        .isEqualTo(new EventMemory.Stored(Samples.HUB, Optional.empty(), ""));
  }

  @Test
  void whatIsSavedComesBackWholeForItsHubOnly() {
    EventMemory memory = memory();
    HubEvents full = full();
    assertThat(memory.save(memory.load(Samples.HUB), full)).isTrue();
    assertThat(memory.load(Samples.HUB).events()).contains(full);
    assertThat(memory.load(Samples.OTHER).events()).isEmpty();
  }

  @Test
  void secondWriterOfOneStateLoses() {
    EventMemory memory = memory();
    EventMemory.Stored first = memory.load(Samples.HUB);
    assertThat(memory.save(first, full())).isTrue();
    assertThat(memory.save(first, HubEvents.EMPTY)).isFalse();
    EventMemory.Stored second = memory.load(Samples.HUB);
    assertThat(second.events()).contains(full());
    assertThat(memory.save(second, HubEvents.EMPTY)).isTrue();
    assertThat(memory.save(second, full())).isFalse();
  }

  /** As many devices as are ever remembered, with names as long as they may be. */
  private static HubEvents full() {
    Map<Device, Absence> away = new HashMap<>();
    Map<Device, Instant> members = new HashMap<>();
    for (int i = 0; i < 2_000; i++) {
      Device device =
          new Device("%s'#?%%$%05d".formatted("d".repeat(115), i), i % 2 == 0 ? "" : "m");
      Instant since = NOON.minusSeconds(i).plusNanos(438_399_700);
      away.put(device, new Absence(since, since.plusSeconds(1), "%064X".formatted(i)));
      if (i < 1_000) {
        members.put(device, since);
      }
    }
    Map<Instant, Integer> bins = new HashMap<>();
    for (int i = 0; i < 288; i++) {
      bins.put(NOON.minus(Baseline.BIN.multipliedBy(i)), i);
    }
    return new HubEvents(
        Optional.of(NOON),
        away,
        3,
        List.of(new Crowd(NOON.minusSeconds(600), NOON, members, 70_000)),
        new Baseline(bins),
        new Baseline(Map.of(NOON, 7)));
  }
}
