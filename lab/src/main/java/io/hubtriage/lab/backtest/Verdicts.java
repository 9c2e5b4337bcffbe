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
  private final List<Drop> drops;

  /** Of each row, by its place in {@link #drops}: where it stands among those of its device. */
  private final int[] slots;

  private final Map<Series, Span> spans = new HashMap<>();

  /** By slot: the rows of one device stand together, oldest first. */
  private final long[] times;

  private final Signal[] signals;
  private final Verdict[] verdicts;

  /** The slots of a device, from the first to before the end. */
  private record Span(int first, int end) {
    static final Span NONE = new Span(0, 0);
  }

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
    this.slots = new int[drops.size()];
    this.times = new long[drops.size()];
    this.signals = new Signal[drops.size()];
    this.verdicts = new Verdict[drops.size()];
    java.util.Arrays.fill(verdicts, Verdict.NONE);
    Map<Series, List<Integer>> rows = new HashMap<>();
    for (int place = 0; place < drops.size(); place++) {
      rows.computeIfAbsent(series(drops.get(place)), s -> new ArrayList<>()).add(place);
    }
    int first = 0;
    for (Map.Entry<Series, List<Integer>> device : rows.entrySet()) {
      int end = first;
      for (int place : device.getValue()) {
        slots[place] = end;
        times[end] = drops.get(place).time().toEpochMilli();
        signals[end++] = signal(drops.get(place));
      }
      spans.put(device.getKey(), new Span(first, end));
      first = end;
    }
  }

  private static Series series(Drop drop) {
    return new Series(drop.hub(), drop.device());
  }

  /**
   * The pipeline's word on rows it looked at.
   *
   * @param attributions device after device, each in order of time
   */
  void judged(List<Attribution> attributions, Instant now) {
    Span rows = Span.NONE;
    int next = 0;
    Attribution last = null;
    for (Attribution attribution : attributions) {
      if (last == null
          || !last.device().equals(attribution.device())
          || !last.hub().equals(attribution.hub())) {
        rows = spans.getOrDefault(new Series(attribution.hub(), attribution.device()), Span.NONE);
        next = rows.first();
      }
      last = attribution;
      long at = attribution.time().toEpochMilli();
      while (next < rows.end() && times[next] < at) {
        next++;
      }
      for (int slot = next; slot < rows.end() && times[slot] == at; slot++) {
        // Of the rows of that moment, the one with the signal.
        if (signals[slot] == attribution.signal()) {
          verdicts[slot] = verdicts[slot].then(attribution.cause(), attribution.confidence(), now);
          break;
        }
      }
    }
  }

  /** Whether the pipeline has not judged a row by looking, or could not tell. */
  boolean undecided(int place) {
    return verdicts[slots[place]].cause() == Cause.UNKNOWN;
  }

  /** A learned token life explains the undecided row at this place of {@link #drops}. */
  void explained(int place, Instant now) {
    int slot = slots[place];
    verdicts[slot] = verdicts[slot].then(Cause.SAS_TOKEN_RENEWAL, EXPLAINED, now);
  }

  /** How sure a verdict is that rests on the length of the session alone. */
  private static final double EXPLAINED = 0.9;

  /** All rows, oldest first. */
  List<Drop> drops() {
    return Collections.unmodifiableList(drops);
  }

  /** What became of the row at this place of {@link #drops}. */
  Verdict verdict(int place) {
    return verdicts[slots[place]];
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
