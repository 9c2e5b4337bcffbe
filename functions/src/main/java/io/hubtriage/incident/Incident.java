package io.hubtriage.incident;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Evidence;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Severity;
import io.hubtriage.model.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Trouble of one cause, from its beginning to its end, and what was told of it.
 *
 * @param id opaque; never changes, whatever becomes of the cause
 * @param cause {@link Cause#UNKNOWN} until it is known
 * @param network the masked address the devices of a wide incident share; {@code ""} otherwise
 * @param roster its devices
 * @param span first to last affected row so far, by the hub's clock
 * @param openedAt when it was opened
 * @param causeKnownAt when its cause became known; empty while it is not
 * @param resolvedAt when it ended; empty while open
 * @param mergedIds incidents that turned out to be this one, sorted
 */
public record Incident(
    String id,
    Hub hub,
    Scope scope,
    Cause cause,
    String network,
    Roster roster,
    Window span,
    Findings findings,
    Instant openedAt,
    Optional<Instant> causeKnownAt,
    Optional<Instant> resolvedAt,
    List<String> mergedIds,
    Told told) {

  /**
   * Why the cause is believed.
   *
   * @param confidence 0 to 1
   * @param evidence what decided the cause
   * @param commonFactor what the members share and others do not; {@link Evidence#NONE} if nothing
   *     stands out
   */
  public record Findings(double confidence, Evidence evidence, Evidence commonFactor) {}

  /** Copies and sorts the merged ids. */
  public Incident {
    mergedIds = List.copyOf(new TreeSet<>(mergedIds));
  }

  /** A new incident nobody is in yet. The same arguments give the same id. */
  static Incident opened(
      Hub hub, Scope scope, Cause cause, String network, Window span, Instant now) {
    return new Incident(
        IncidentId.of(hub, scope, cause, network, span, now),
        hub,
        scope,
        cause,
        network,
        Roster.EMPTY,
        span,
        new Findings(0, Evidence.NONE, Evidence.NONE),
        now,
        cause == Cause.UNKNOWN ? Optional.empty() : Optional.of(now),
        Optional.empty(),
        List.of(),
        Told.NOTHING);
  }

  /** Whether it still goes on. */
  public boolean open() {
    return resolvedAt.isEmpty();
  }

  boolean wide() {
    return scope == Scope.WIDE;
  }

  /** Whether only events tell of it yet: hub-wide or offline, and the cause is still to come. */
  public boolean provisional() {
    return cause == Cause.UNKNOWN && (wide() || roster.impact() == Impact.OFFLINE);
  }

  /** How much it asks of the operator: by its cause, or by its impact while that is unknown. */
  public Severity severity() {
    return wide() ? Severity.CRITICAL : cause.severity();
  }

  /** The worst among its members now. */
  public Impact impact() {
    return roster.impact();
  }

  Incident withRoster(Roster roster) {
    return new Incident(
        id,
        hub,
        scope,
        cause,
        network,
        roster,
        span,
        findings,
        openedAt,
        causeKnownAt,
        resolvedAt,
        mergedIds,
        told);
  }

  Incident withSpan(Window other) {
    Window union =
        new Window(
            span.start().isBefore(other.start()) ? span.start() : other.start(),
            span.end().isAfter(other.end()) ? span.end() : other.end());
    return new Incident(
        id,
        hub,
        scope,
        cause,
        network,
        roster,
        union,
        findings,
        openedAt,
        causeKnownAt,
        resolvedAt,
        mergedIds,
        told);
  }

  Incident withFindings(Findings findings) {
    return new Incident(
        id,
        hub,
        scope,
        cause,
        network,
        roster,
        span,
        findings,
        openedAt,
        causeKnownAt,
        resolvedAt,
        mergedIds,
        told);
  }

  Incident withTold(Told told) {
    return new Incident(
        id,
        hub,
        scope,
        cause,
        network,
        roster,
        span,
        findings,
        openedAt,
        causeKnownAt,
        resolvedAt,
        mergedIds,
        told);
  }

  Incident resolved(Instant at) {
    return withResolvedAt(resolvedAt.or(() -> Optional.of(at)));
  }

  Incident reopened() {
    return withResolvedAt(Optional.empty());
  }

  /** Opened again for trouble of the same kind; the conversation goes on, the counts begin anew. */
  Incident anew(Window first) {
    return new Incident(
        id,
        hub,
        scope,
        cause,
        network,
        roster.anew(),
        first,
        new Findings(0, Evidence.NONE, Evidence.NONE),
        openedAt,
        causeKnownAt,
        Optional.empty(),
        mergedIds,
        told);
  }

  private Incident withResolvedAt(Optional<Instant> at) {
    return new Incident(
        id,
        hub,
        scope,
        cause,
        network,
        roster,
        span,
        findings,
        openedAt,
        causeKnownAt,
        at,
        mergedIds,
        told);
  }

  /** The same incident under the cause that is known now. */
  Incident upgraded(Cause known, String where, Instant now) {
    Optional<Instant> knownAt = causeKnownAt.or(() -> Optional.of(now));
    return new Incident(
        id,
        hub,
        scope,
        known,
        where,
        roster,
        span,
        findings,
        openedAt,
        knownAt,
        resolvedAt,
        mergedIds,
        told);
  }

  /** Takes in an incident that turned out to be this one, and its conversation. */
  Incident merging(Incident other) {
    TreeSet<String> ids = new TreeSet<>(mergedIds);
    ids.addAll(other.mergedIds);
    ids.add(other.id);
    return new Incident(
            id,
            hub,
            scope,
            cause,
            network,
            roster,
            span,
            findings,
            openedAt,
            causeKnownAt,
            resolvedAt,
            List.copyOf(ids),
            told.joinedBy(other.told))
        .withSpan(other.span);
  }

  /** Closed because another incident took it in; nobody needs to hear of that. */
  Incident mergedAway(Instant now) {
    return withTold(told.over()).withRoster(Roster.EMPTY).resolved(now);
  }
}
