package io.hubtriage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.incident.Blindness;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.incident.Outbox;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.model.Evidence.Finding;
import io.hubtriage.model.Hub;
import io.hubtriage.watch.Gaps;
import io.hubtriage.watch.Shares;
import io.hubtriage.watch.Shares.Count;
import io.hubtriage.watch.Sight;
import io.hubtriage.watch.Spell;
import io.hubtriage.watch.Vigil;
import io.hubtriage.watch.WatchMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store of the watch's memory must keep to. */
public abstract class WatchMemoryContract {
  private static final Instant NOON = Samples.NOON;
  private static final Finding FINDING =
      Finding.of("blind-channel-rejects", "channel", "Mail 日", "reason", "5.7.1 <no>");

  /** An empty store. Asked for once per test. */
  protected abstract WatchMemory memory();

  /** The outbox beside it. */
  protected abstract Outbox outbox();

  /** A vigil with everything in it. */
  public static Vigil full() {
    Sight sight = new Sight(Blindness.CHANNEL_REJECTS, "Mail 日", NOON.minusNanos(1_000), FINDING);
    return new Vigil(
        NOON.minusSeconds(86_400),
        NOON,
        List.of(new Spell(sight, List.of("ops", "Mail 日"))),
        new Gaps(Optional.of(NOON.minusMillis(7)), Map.of(NOON, Duration.ofMinutes(40))),
        new Shares(Map.of(NOON, new Count(3, 700)), Map.of(NOON, new Count(1, 2))));
  }

  @Test
  void newHubHasNone() {
    assertThat(memory().load(Samples.HUB))
        .isEqualTo(new WatchMemory.Stored(Samples.HUB, Optional.empty(), ""));
    assertThat(outbox().due(NOON, 10)).isEmpty();
  }

  @Test
  void whatIsSavedComesBackWholeForItsHubOnlyWithItsNotices() {
    WatchMemory memory = memory();
    OutboxRow row = row(Samples.HUB, "ops");
    assertThat(memory.save(memory.load(Samples.HUB), full(), List.of(row))).isTrue();
    assertThat(memory.load(Samples.HUB).vigil()).contains(full());
    assertThat(memory.load(Samples.OTHER).vigil()).isEmpty();
    assertThat(outbox().due(NOON, 10)).containsExactly(row);
  }

  @Test
  void secondWriterOfOneStateLosesAndTellsNothing() {
    WatchMemory memory = memory();
    WatchMemory.Stored first = memory.load(Samples.HUB);
    assertThat(memory.save(first, full(), List.of())).isTrue();
    assertThat(memory.save(first, Vigil.first(NOON), List.of(row(Samples.HUB, "ops")))).isFalse();
    WatchMemory.Stored second = memory.load(Samples.HUB);
    assertThat(second.vigil()).contains(full());
    assertThat(memory.save(second, Vigil.first(NOON), List.of())).isTrue();
    assertThat(memory.save(second, full(), List.of(row(Samples.HUB, "ops")))).isFalse();
    assertThat(memory.load(Samples.HUB).vigil()).contains(Vigil.first(NOON));
    assertThat(outbox().due(NOON, 10)).isEmpty();
  }

  @Test
  void noNoticeIsWrittenTwice() {
    WatchMemory memory = memory();
    OutboxRow row = row(Samples.HUB, "ops");
    assertThat(memory.save(memory.load(Samples.HUB), full(), List.of(row))).isTrue();
    WatchMemory.Stored second = memory.load(Samples.HUB);
    assertThat(memory.save(second, Vigil.first(NOON), List.of(row))).isFalse();
    assertThat(memory.load(Samples.HUB)).isEqualTo(second);
    assertThat(memory.save(second, Vigil.first(NOON), List.of())).isTrue();
  }

  private static OutboxRow row(Hub hub, String channel) {
    Facts facts =
        new Facts.OfBlindness(
            "blind-a", hub, Blindness.CHANNEL_REJECTS, NOON, Optional.empty(), FINDING);
    return OutboxRow.of(new Notice("blind-a-1", NoticeKind.OPENED, NOON, facts), channel);
  }
}
