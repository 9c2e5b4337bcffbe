package io.hubtriage.watch;

import io.hubtriage.diagnose.LifeLearner;
import io.hubtriage.incident.Blindness;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Evidence.Finding;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectedDevices;
import io.hubtriage.sweep.ConnectionLog;
import io.hubtriage.sweep.ConnectionLog.ActivityCount;
import io.hubtriage.sweep.ConnectionLogUnavailableException;
import io.hubtriage.sweep.DayTally;
import io.hubtriage.sweep.HubMemory;
import io.hubtriage.sweep.Memory;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells a calm hub from one whose log does not arrive.
 *
 * <p>A pause is longer than usual if it is twice the longest of the last week and over an hour.
 * Until a week is known, and for hubs whose pauses are long, another rule holds: where devices
 * renew tokens, every one that is connected leaves rows as long as it is, so connected devices
 * without a row in 26 h, whatever their rhythm, are not calm.
 *
 * <p>Only then is the log asked. Rows that it has and that nobody could count in time came late;
 * fresh ones mean that the pause is over. Where no device is connected, there is nothing to log,
 * and where the metric does not tell, only late rows are trouble.
 */
public final class RowsCheck {
  private static final Duration DAY = Duration.ofHours(26);
  private static final Duration PART = Duration.ofHours(2);
  private static final Duration METRIC = Duration.ofMinutes(30);
  private static final Duration LEAST = Duration.ofHours(1);

  private final ConnectionLog log;
  private final ConnectedDevices metric;
  private final Duration settle;

  /**
   * Asks these.
   *
   * @param settle how late a row may come and still be waited for
   */
  public RowsCheck(ConnectionLog log, ConnectedDevices metric, Duration settle) {
    this.log = log;
    this.metric = metric;
    this.settle = settle;
  }

  /**
   * What a look at a hub's rows found.
   *
   * @param gaps as they are known afterwards: a pause counts as usual unless it is blindness
   */
  public record Pause(Optional<Sight> sight, Gaps gaps) {}

  /**
   * Looks at a hub.
   *
   * @param vigil what is remembered; a trouble in it goes on while the log cannot be asked
   */
  public Pause check(Hub hub, Memory memory, Vigil vigil, Instant now) {
    HubMemory known = memory.hubs().getOrDefault(hub, HubMemory.EMPTY);
    Instant upTo = memory.watermark().minus(settle);
    Optional<Sight> open = vigil.open(Blindness.ROWS_MISSING, "");
    Gaps gaps = newest(known).map(row -> after(row, vigil.gaps(), open)).orElse(vigil.gaps());
    Optional<Duration> usual = gaps.usual(vigil.beganAt(), now);
    Optional<Duration> gap = gaps.newest().map(at -> Duration.between(at, upTo));
    boolean unusual = longer(gap, usual.map(RowsCheck::bound));
    boolean silent = gap.map(pause -> pause.compareTo(DAY) > 0).orElse(true) && renews(known);
    if (!unusual && !silent) {
      return new Pause(Optional.empty(), gaps);
    }
    List<CountSample> counts = metric.counts(hub, new Window(now.minus(METRIC), now));
    boolean connected = counts.stream().anyMatch(count -> count.average() > 0);
    if (!connected && !counts.isEmpty()) {
      return new Pause(Optional.empty(), gaps);
    }
    Instant from = gaps.newest().filter(now.minus(DAY)::isBefore).orElse(now.minus(DAY));
    Optional<Instant> visible;
    try {
      visible = newest(hub, from, now);
    } catch (ConnectionLogUnavailableException e) {
      return new Pause(open, gaps);
    }
    if (visible.isEmpty()) {
      return new Pause(connected ? Optional.of(missing(usual, from)) : Optional.empty(), gaps);
    }
    return unusual && late(visible.get(), memory.settledUpTo(), now)
        ? new Pause(Optional.of(late(visible.get(), from)), gaps)
        : new Pause(Optional.empty(), after(visible.get(), gaps, open));
  }

  /** A pause that people were told of is not what is usual. */
  private static Gaps after(Instant row, Gaps gaps, Optional<Sight> open) {
    return open.isPresent() ? gaps.skipped(row) : gaps.ended(row);
  }

  private static Optional<Instant> newest(HubMemory known) {
    return known.days().values().stream()
        .map(DayTally::newestRow)
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  private static Duration bound(Duration usual) {
    Duration twice = usual.multipliedBy(2);
    return twice.compareTo(LEAST) > 0 ? twice : LEAST;
  }

  private static boolean longer(Optional<Duration> gap, Optional<Duration> bound) {
    return gap.isPresent() && bound.isPresent() && gap.get().compareTo(bound.get()) > 0;
  }

  private static boolean renews(HubMemory known) {
    return !LifeLearner.learn(known.sessions()).learned().isEmpty();
  }

  /** A row of a time that was tallied without it, and none that is fresh. */
  private boolean late(Instant visible, Instant tallied, Instant now) {
    return visible.isBefore(tallied) && visible.plus(settle).isBefore(now);
  }

  /** Time of the newest row later than a moment; asked newest first, so that answers are short. */
  private Optional<Instant> newest(Hub hub, Instant after, Instant now) {
    for (Instant end = now; end.isAfter(after); end = end.minus(PART)) {
      Optional<Instant> newest =
          log.activity(new Window(end.minus(PART), end), now).stream()
              .filter(count -> count.hub().equals(hub) && count.newest().isAfter(after))
              .map(ActivityCount::newest)
              .max(Comparator.naturalOrder());
      if (newest.isPresent()) {
        return newest;
      }
    }
    return Optional.empty();
  }

  private static Sight missing(Optional<Duration> usual, Instant from) {
    Finding finding =
        usual
            .map(longest -> Finding.of("blind-rows-missing", "since", from, "usual", longest))
            .orElseGet(() -> Finding.of("blind-rows-none", "since", from));
    return new Sight(Blindness.ROWS_MISSING, "", from, finding);
  }

  private Sight late(Instant visible, Instant from) {
    return new Sight(
        Blindness.ROWS_MISSING,
        "",
        from,
        Finding.of("blind-rows-late", "newest", visible, "settle", settle));
  }
}
