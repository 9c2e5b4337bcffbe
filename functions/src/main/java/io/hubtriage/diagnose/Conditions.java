package io.hubtriage.diagnose;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Condition;
import io.hubtriage.model.Evidence;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with one device now: whether it is away, or keeps coming and going, and through
 * what.
 */
final class Conditions {
  /**
   * Attempts refused in one break that make "refused and goes on" more than a renewal's single
   * refusal.
   */
  private static final int LEAST_REFUSALS = 3;

  /** No connect for so long after the first refusal. */
  private static final Duration REFUSED_FOR = Duration.ofMinutes(10);

  /** A device that is still out of luck tries again at least this often. */
  private static final Duration STILL_TRYING = Duration.ofMinutes(15);

  /** The log stalls at times: a life that has just passed proves little. */
  private static final Duration MARGIN = Duration.ofMinutes(15);

  /** Events are late at times: so long after the last one a device is away indeed. */
  private static final Duration AWAY_FOR = Duration.ofMinutes(10);

  private final DeviceDiagnosis device;
  private final List<Drop> drops;
  private final HubCase hub;
  private final Instant asOf;
  private final Duration settle;

  private Conditions(DeviceDiagnosis device, HubCase hub) {
    this.device = device;
    this.drops = device.drops();
    this.hub = hub;
    this.asOf = hub.asOf();
    this.settle = hub.settle();
  }

  /**
   * The device's troubles, at most one per cause; none if it is well, or if it cannot be told yet.
   */
  static List<Condition> of(DeviceDiagnosis device, HubCase hub) {
    return device.drops().isEmpty() ? List.of() : new Conditions(device, hub).find();
  }

  private List<Condition> find() {
    List<Condition> found = new ArrayList<>();
    Optional<Condition> away = away();
    away.ifPresent(found::add);
    for (Cause cause : Flapping.CAUSES) {
      if (away.map(Condition::cause).filter(c -> c == cause).isEmpty()) {
        Flapping.of(device, cause, asOf)
            .map(run -> condition(cause, Impact.FLAPPING, run.first(), run.last(), run.rows()))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Condition> away() {
    int first = openBreak();
    if (first < 0) {
      return Optional.empty();
    }
    int last = drops.size() - 1;
    Optional<Condition> refused = refused(last);
    if (refused.isPresent()) {
      return refused;
    }
    long attempts =
        drops.subList(first, last + 1).stream()
            .filter(d -> d.operation() == Operation.CONNECT)
            .count();
    boolean tries = attempts >= 2 && lasts(first) && since(last).compareTo(STILL_TRYING) < 0;
    return tries || overdue(first, since(last)) || awayByEvents(first)
        ? Optional.of(condition(offlineCause(first), Impact.OFFLINE, first, last, last - first + 1))
        : Optional.empty();
  }

  /** Credentials that are refused again and again since the last connect. */
  private Optional<Condition> refused(int last) {
    int first = last;
    int refusals = 0;
    for (int i = last; i >= 0 && drops.get(i).reconnectMillis() < 0; i--) {
      if (device.cause(i) == Cause.AUTHENTICATION_FAILURE) {
        first = i;
        // A refused disconnect is a token's end; only refused connects are attempts.
        refusals += drops.get(i).operation() == Operation.CONNECT ? 1 : 0;
      }
    }
    return refusals >= LEAST_REFUSALS && lasts(first)
        ? Optional.of(
            condition(Cause.AUTHENTICATION_FAILURE, Impact.OFFLINE, first, last, refusals))
        : Optional.empty();
  }

  /**
   * Whether a break that began with this drop has lasted long enough to be more than a hiccup, late
   * rows allowed for.
   */
  private boolean lasts(int first) {
    return since(first).compareTo(REFUSED_FOR.plus(settle)) >= 0;
  }

  private Duration since(int drop) {
    return Duration.between(Instant.ofEpochMilli(drops.get(drop).at()), asOf);
  }

  /** Index of the first drop of the break the device is in; -1 if it has connected since. */
  private int openBreak() {
    int last = drops.size() - 1;
    boolean back = hub.connectedSince(device.timeline().device(), drops.get(last).at());
    if (back || drops.get(last).reconnectMillis() >= 0) {
      return -1;
    }
    int first = last;
    while (first > 0 && drops.get(first).continuesBreak()) {
      first--;
    }
    return first;
  }

  /**
   * Connect rows get lost, so a missing one proves nothing by itself. A device whose tokens end
   * shows itself again within a life; one that does not is away. After a drop that hardly ever
   * keeps a device away the rows of the next life may be lost as well before that is believed.
   * Devices without token ends never show themselves while all is well: of those only the
   * connection events can tell.
   */
  private boolean overdue(int first, Duration silent) {
    int lives = keepsAway(device.cause(first)) ? 1 : 2;
    return device.habits().lives().lives().stream()
        .filter(life -> life.weight() >= 0.1)
        .map(life -> life.band().to())
        .max(Duration::compareTo)
        .map(life -> silent.compareTo(life.multipliedBy(lives).plus(settle).plus(MARGIN)) > 0)
        .orElse(false);
  }

  /**
   * A drop without a connect, in both witnesses' eyes. An outage's own devices are told with it,
   * and by themselves when it is over.
   */
  private boolean awayByEvents(int first) {
    return !device.cause(first).wide()
        && hub.awaySince(device.timeline())
            .filter(at -> !at.plus(AWAY_FOR).isAfter(asOf))
            .isPresent();
  }

  /**
   * Why the device is away, as far as its last break tells. A renewal does not keep a device away.
   */
  private Cause offlineCause(int first) {
    Cause cause = device.cause(first);
    return keepsAway(cause) ? cause : Cause.UNKNOWN;
  }

  /** Refusals keep a device away too, but those are told by the attempts that fail. */
  private static boolean keepsAway(Cause cause) {
    return !cause.benign() && !cause.wide() && cause != Cause.AUTHENTICATION_FAILURE;
  }

  private Condition condition(Cause cause, Impact impact, int first, int last, int rows) {
    Timeline timeline = device.timeline();
    Evidence evidence = EvidenceOf.condition(device, cause, impact, first, last, asOf);
    return new Condition(
        timeline.hub(),
        timeline.device(),
        timeline.client(),
        drops.get(last).network(),
        cause,
        impact,
        Instant.ofEpochMilli(drops.get(first).at()),
        Instant.ofEpochMilli(drops.get(last).at()),
        rows,
        device.confidence(cause, first, last),
        evidence);
  }
}
