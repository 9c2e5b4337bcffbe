package io.hubtriage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.diagnose.Baseline;
import io.hubtriage.diagnose.Burst;
import io.hubtriage.diagnose.SessionHistogram;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Cohort;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Population;
import io.hubtriage.model.Trait;
import io.hubtriage.sweep.DayTally;
import io.hubtriage.sweep.HubMemory;
import io.hubtriage.sweep.Memory;
import io.hubtriage.sweep.SweepMemory;
import io.hubtriage.sweep.SweepMemory.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a store of the sweep's memory must keep to. */
public abstract class SweepMemoryContract {
  private static final Instant NOON = Samples.NOON;

  /** An empty store. Asked for once per test. */
  protected abstract SweepMemory memory();

  @Test
  void newStoreHasNone() {
    assertThat(memory().load()).isEqualTo(new Stored(Optional.empty(), ""));
  }

  @Test
  void whatIsSavedComesBackWhole() {
    SweepMemory store = memory();
    Memory saved = sample(Map.of(Samples.HUB, full(3), Samples.OTHER, HubMemory.EMPTY));
    assertThat(store.save(store.load(), saved)).isTrue();
    assertThat(store.load().memory()).contains(saved);
    assertThat(store.load().version()).isNotEmpty();
  }

  @Test
  void memoryWithoutHubsComesBack() {
    SweepMemory store = memory();
    assertThat(store.save(store.load(), sample(Map.of()))).isTrue();
    assertThat(store.load().memory()).contains(sample(Map.of()));
  }

  /** More than a transaction of a table takes. */
  @Test
  void manyHubsWithMuchToRememberComeBack() {
    SweepMemory store = memory();
    Map<Hub, HubMemory> hubs = new TreeMap<>();
    IntStream.range(0, 120).forEach(i -> hubs.put(new Hub("hub/" + i), full(i)));
    assertThat(store.save(store.load(), sample(hubs))).isTrue();
    assertThat(store.load().memory()).contains(sample(hubs));
  }

  @Test
  void laterSaveReplacesTheEarlierOneAltogether() {
    SweepMemory store = memory();
    assertThat(store.save(store.load(), sample(Map.of(Samples.HUB, full(1))))).isTrue();
    Memory later = sample(Map.of(Samples.OTHER, full(2)));
    assertThat(store.save(store.load(), later)).isTrue();
    assertThat(store.load().memory()).contains(later);
  }

  @Test
  void secondWriterOfOneStateLoses() {
    SweepMemory store = memory();
    Memory mine = sample(Map.of(Samples.HUB, full(1)));
    Memory theirs = sample(Map.of(Samples.HUB, full(2), Samples.OTHER, full(3)));
    Stored nothing = store.load();
    assertThat(store.save(nothing, theirs)).isTrue();
    assertThat(store.save(nothing, mine)).isFalse();
    Stored read = store.load();
    assertThat(read.memory()).contains(theirs);
    assertThat(store.save(read, mine)).isTrue();
    assertThat(store.save(read, theirs)).isFalse();
    assertThat(store.load().memory()).contains(mine);
  }

  private static Memory sample(Map<Hub, HubMemory> hubs) {
    return new Memory(NOON, NOON.minusSeconds(3_600), NOON.minusNanos(1), hubs);
  }

  private static HubMemory full(int seed) {
    Cohort cohort = new Cohort(".NET", "sas", "Mqtt");
    Map<Integer, SessionHistogram.Bin> bins =
        Map.of(65, new SessionHistogram.Bin(seed, 2, 1), 1_440, new SessionHistogram.Bin(9, 8, 0));
    return new HubMemory(
        new SessionHistogram(Map.of(cohort, bins, new Cohort("", "", ""), Map.of())),
        new Baseline(Map.of(NOON, seed, NOON.minusSeconds(300), 0)),
        List.of(new Burst("10.1.2.xxx", NOON, List.of(0.1, 1.0 / 3, 1e9))),
        waiting(seed),
        Map.of(new Device("d#é", "mod"), NOON, Device.of("d" + seed), NOON.minusNanos(1)),
        Map.of(
            NOON,
            new DayTally(Map.of(Cause.UNKNOWN, 7L), 3, Optional.of(NOON)),
            NOON.minusSeconds(86_400),
            DayTally.EMPTY),
        new Population(
            NOON.minusNanos(1),
            seed,
            Map.of(
                Trait.any(Trait.Kind.VERSION),
                7L,
                new Trait(Trait.Kind.NETWORK, "10.1.2.xxx"),
                1L << 40)));
  }

  private static Set<Device> waiting(int seed) {
    return IntStream.range(0, 200)
        .mapToObj(i -> new Device("d#é" + i * 7_919L * (seed + 1), i % 2 == 0 ? "" : "mod"))
        .collect(Collectors.toSet());
  }
}
