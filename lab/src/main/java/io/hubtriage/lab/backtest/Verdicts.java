package io.hubtriage.lab.backtest;

import io.hubtriage.lab.log.Drop;
import io.hubtriage.lab.log.MemoryConnectionLog;
import io.hubtriage.model.Attribution;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the pipeline thought of every disconnect and error row, first and last. Rows the learned
 * token lives explain never reach the pipeline one by one; for it they are renewals, and so they
 * are here.
 */
final class Verdicts {
  private final Map<Series, int[]> places = new HashMap<>();
  private static final int[] NO_ROWS = {};

  private final List<Drop> drops;
  private final Verdict[] verdicts;

  /** The rows of one device. */
  private record Series(Hub hub, Device device) {}

  /**
   * What became of a row.
   *
   * @param cause the last verdict
   * @param firstCause the first that was not unknown; unknown if there was none
   * @param firstAt the virtual time of it; empty if there was none
   * @param confidence of the last verdict
   */
  record Verdict(Cause cause, Cause firstCause, Optional<Instant> firstAt, double confidence) {
    static final Verdict NONE = new Verdict(Cause.UNKNOWN, Cause.UNKNOWN, Optional.empty(), 0);

    /** The same, unless there is something new: sweeps judge most rows again and again alike. */
    Verdict then(Cause next, double sure, Instant now) {
      if (next == cause && sure == confidence) {
        return this;
      }
      boolean first = firstCause == Cause.UNKNOWN && next != Cause.UNKNOWN;
      return new Verdict(next, first ? next : firstCause, first ? Optional.of(now) : firstAt, sure);
    }
  }

  Verdicts(MemoryConnectionLog log) {
    this.drops = log.drops();
    this.verdicts = new Verdict[drops.size()];
    java.util.Arrays.fill(verdicts, Verdict.NONE);
    Map<Series, List<Integer>> rows = new HashMap<>();
    for (int i = 0; i < drops.size(); i++) {
      Drop drop = drops.get(i);
      rows.computeIfAbsent(new Series(drop.hub(), drop.device()), s -> new ArrayList<>()).add(i);
    }
    rows.forEach(
        (series, list) -> places.put(series, list.stream().mapToInt(Integer::intValue).toArray()));
  }

  /**
   * The pipeline's word on rows it looked at.
   *
   * @param attributions device after device, each in order of time
   */
  void judged(List<Attribution> attributions, Instant now) {
    int[] rows = NO_ROWS;
    int next = 0;
    Attribution last = null;
    for (Attribution attribution : attributions) {
      if (last == null
          || !last.device().equals(attribution.device())
          || !last.hub().equals(attribution.hub())) {
        rows = places.getOrDefault(new Series(attribution.hub(), attribution.device()), NO_ROWS);
        next = 0;
      }
      last = attribution;
      while (next < rows.length && drops.get(rows[next]).time().isBefore(attribution.time())) {
        next++;
      }
      judge(rows, next, attribution, now);
    }
  }

  /** Of the rows of that moment, the one with the signal. */
  private void judge(int[] rows, int from, Attribution attribution, Instant now) {
    for (int i = from;
        i < rows.length && drops.get(rows[i]).time().equals(attribution.time());
        i++) {
      if (signal(drops.get(rows[i])) == attribution.signal()) {
        verdicts[rows[i]] =
            verdicts[rows[i]].then(attribution.cause(), attribution.confidence(), now);
        return;
      }
    }
  }

  /** A learned token life explains the row. What the pipeline has judged by looking stays. */
  void explained(Drop drop, Instant now) {
    int[] rows = places.getOrDefault(new Series(drop.hub(), drop.device()), NO_ROWS);
    for (int i = firstAt(rows, drop.time()); i < rows.length; i++) {
      Drop row = drops.get(rows[i]);
      if (!row.time().equals(drop.time())) {
        return;
      }
      if (row.code().equals(drop.code()) && verdicts[rows[i]].cause() == Cause.UNKNOWN) {
        verdicts[rows[i]] = verdicts[rows[i]].then(Cause.SAS_TOKEN_RENEWAL, EXPLAINED, now);
      }
    }
  }

  /** Where a device's rows of this time or later begin. */
  private int firstAt(int[] rows, Instant time) {
    int low = 0;
    int high = rows.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (drops.get(rows[middle]).time().isBefore(time)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How sure a verdict is that rests on the length of the session alone. */
  private static final double EXPLAINED = 0.9;

  /** All rows, oldest first. */
  List<Drop> drops() {
    return Collections.unmodifiableList(drops);
  }

  /** What became of the row at this place of {@link #drops}. */
  Verdict verdict(int place) {
    return verdicts[place];
  }

  /** Rows per cause, by the last verdict. */
  Map<Cause, Long> counts() {
    Map<Cause, Long> counts = new java.util.EnumMap<>(Cause.class);
    for (Verdict verdict : verdicts) {
      counts.merge(verdict.cause(), 1L, Long::sum);
    }
    return counts;
  }

  /** A code-less error is known by its name. */
  private static Signal signal(Drop drop) {
    Signal byCode = Signal.of(drop.code(), "");
    Signal byName = byCode == Signal.OTHER ? Signal.of("", drop.code()) : byCode;
    return byName == Signal.OTHER ? byCode : byName;
  }
}
