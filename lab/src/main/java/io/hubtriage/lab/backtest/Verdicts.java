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
  private final Map<Key, Integer> places = new HashMap<>();
  private final List<Drop> drops;
  private final Verdict[] verdicts;

  /** A verdict is about a row; a code-less error is known by its name. */
  private record Key(Hub hub, Device device, long at, Signal signal) {}

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

    Verdict then(Cause next, double sure, Instant now) {
      boolean first = firstCause == Cause.UNKNOWN && next != Cause.UNKNOWN;
      return new Verdict(next, first ? next : firstCause, first ? Optional.of(now) : firstAt, sure);
    }
  }

  Verdicts(MemoryConnectionLog log) {
    this.drops = log.drops();
    this.verdicts = new Verdict[drops.size()];
    java.util.Arrays.fill(verdicts, Verdict.NONE);
    for (int i = 0; i < drops.size(); i++) {
      places.put(key(drops.get(i)), i);
    }
  }

  /** The pipeline's word on a row it looked at. */
  void judged(Attribution attribution, Instant now) {
    Key key =
        new Key(
            attribution.hub(),
            attribution.device(),
            attribution.time().toEpochMilli(),
            attribution.signal());
    Integer place = places.get(key);
    if (place != null) {
      verdicts[place] = verdicts[place].then(attribution.cause(), attribution.confidence(), now);
    }
  }

  /** A learned token life explains the row. What the pipeline has judged by looking stays. */
  void explained(Drop drop, Instant now) {
    Integer place = places.get(key(drop));
    if (place != null && verdicts[place].cause() == Cause.UNKNOWN) {
      verdicts[place] = verdicts[place].then(Cause.SAS_TOKEN_RENEWAL, EXPLAINED, now);
    }
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

  private static Key key(Drop drop) {
    Signal byCode = Signal.of(drop.code(), "");
    Signal signal =
        byCode == Signal.OTHER && Signal.of("", drop.code()) != Signal.OTHER
            ? Signal.of("", drop.code())
            : byCode;
    return new Key(drop.hub(), drop.device(), drop.time().toEpochMilli(), signal);
  }

  /** The verdicts in the order of the rows. */
  List<Verdict> all() {
    return new ArrayList<>(List.of(verdicts));
  }
}
