package io.hubtriage.watch;

import io.hubtriage.incident.Blindness;
import io.hubtriage.incident.Deliveries;
import io.hubtriage.incident.Deliveries.Tally;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.model.Hub;
import io.hubtriage.sweep.EventMemory;
import io.hubtriage.sweep.HubEvents;
import io.hubtriage.sweep.HubMemory;
import io.hubtriage.sweep.Memory;
import io.hubtriage.sweep.SweepMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Watches over HubTriage itself, and has its blindness told: one notice when it begins, one when it
 * is over. It looks at what the sweeps and senders have left in storage, so it needs neither the
 * log nor the channel that is broken. Safe to repeat and to run many times at once.
 */
public final class Watch {
  /**
   * Stands for HubTriage as a whole where a notice needs a hub. The resource id of a real one has
   * slashes.
   */
  public static final Hub ITSELF = new Hub("hubtriage");

  private static final Duration DELIVERIES = Duration.ofHours(24);

  /** Rows are tallied a sweep after they settled; later than this they are made up for. */
  private static final Duration BEHIND = Duration.ofHours(1);

  /** Timers are some seconds late, and a look takes a while. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private final Stores stores;
  private final RowsCheck rows;
  private final WatchPlan plan;

  /** What the watch reads, and where it writes. */
  public record Stores(
      WatchMemory memory, SweepMemory sweeps, EventMemory events, Deliveries deliveries) {}

  /** Watches with these. */
  public Watch(Stores stores, RowsCheck rows, WatchPlan plan) {
    this.stores = stores;
    this.rows = rows;
    this.plan = plan;
  }

  /**
   * Looks at everything once.
   *
   * @return what was put into the outbox
   * @throws RuntimeException a port's own, if a store does not answer; the next look looks again
   */
  public List<OutboxRow> look(Instant now) {
    Optional<Memory> memory = stores.sweeps().load().memory();
    List<OutboxRow> told = new ArrayList<>();
    WatchMemory.Stored stored = stores.memory().load(ITSELF);
    Vigil vigil = stored.vigil().orElseGet(() -> Vigil.first(now));
    List<Sight> sights = itself(vigil, memory, now);
    told.addAll(save(stored, vigil, sights, now));
    boolean read = sights.stream().noneMatch(sight -> sight.kind() == Blindness.LOG_UNREAD);
    // Of a log that is not read nothing can be said but that.
    if (read && memory.isPresent()) {
      plan.logged().forEach(hub -> told.addAll(look(hub, memory.get(), now)));
    }
    return List.copyOf(told);
  }

  private List<OutboxRow> look(Hub hub, Memory memory, Instant now) {
    WatchMemory.Stored stored = stores.memory().load(hub);
    Vigil before = stored.vigil().orElseGet(() -> Vigil.first(now));
    Seen seen = seen(hub, before, memory, now);
    return save(stored, before.learned(seen.gaps(), seen.shares()), seen.sights(), now);
  }

  /**
   * What is wrong with a hub's rows now; nothing is written.
   *
   * @throws RuntimeException a port's own, if a store does not answer
   */
  public List<Sight> sights(Hub hub, Memory memory, Instant now) {
    Vigil vigil = stores.memory().load(hub).vigil().orElseGet(() -> Vigil.first(now));
    return seen(hub, vigil, memory, now).sights();
  }

  private record Seen(List<Sight> sights, Gaps gaps, Shares shares) {}

  /** While rows of a pause are made up for, what is tallied tells nothing of now. */
  private Seen seen(Hub hub, Vigil before, Memory memory, Instant now) {
    RowsCheck.Pause pause = rows.check(hub, memory, before, now);
    List<Sight> sights = new ArrayList<>(pause.sight().stream().toList());
    Optional<Sight> open = before.open(Blindness.MANY_UNKNOWN, "");
    if (!settled(memory)) {
      open.ifPresent(sights::add);
      return new Seen(sights, before.gaps(), before.shares());
    }
    HubMemory known = memory.hubs().getOrDefault(hub, HubMemory.EMPTY);
    Shares shares = before.shares().with(known.days(), memory.settledUpTo());
    UnknownsCheck.check(shares, memory.settledUpTo(), open).ifPresent(sights::add);
    return new Seen(sights, pause.gaps(), shares);
  }

  private List<Sight> itself(Vigil vigil, Optional<Memory> memory, Instant now) {
    List<Sight> sights = new ArrayList<>();
    if (!plan.logged().isEmpty()) {
      Instant last = memory.map(Memory::watermark).orElse(vigil.beganAt());
      LookCheck.check(Blindness.LOG_UNREAD, last, plan.logEvery(), now).ifPresent(sights::add);
    }
    LookCheck.check(Blindness.EVENTS_UNREAD, eventsSwept(vigil, now), plan.eventsEvery(), now)
        .ifPresent(sights::add);
    Map<String, Tally> tallies = stores.deliveries().since(now.minus(DELIVERIES));
    for (String channel : plan.channels().stream().sorted().toList()) {
      ChannelsCheck.check(
              channel,
              tallies.getOrDefault(channel, Tally.NONE),
              vigil.open(Blindness.CHANNEL_REJECTS, channel))
          .ifPresent(sights::add);
    }
    return sights;
  }

  /** When the hub whose events were not looked at for longest was. */
  private Instant eventsSwept(Vigil vigil, Instant now) {
    return plan.hubs().stream()
        .map(hub -> stores.events().load(hub).events().flatMap(HubEvents::sweptAt))
        .map(swept -> swept.orElse(vigil.beganAt()))
        .min(Comparator.naturalOrder())
        .orElse(now);
  }

  private List<OutboxRow> save(
      WatchMemory.Stored stored, Vigil vigil, List<Sight> sights, Instant now) {
    Duration awake = plan.logEvery().multipliedBy(2).plus(SLACK);
    Vigil.Turn turn = vigil.turn(stored.hub(), sights, awake, plan, now);
    return stores.memory().save(stored, turn.after(), turn.rows()) ? turn.rows() : List.of();
  }

  private boolean settled(Memory memory) {
    Instant latest = memory.watermark().minus(plan.settle()).minus(BEHIND);
    return !memory.settledUpTo().isBefore(latest);
  }
}
