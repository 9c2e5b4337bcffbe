package io.hubtriage.incident;

import io.hubtriage.model.Client;
import io.hubtriage.model.Condition;
import io.hubtriage.model.Device;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Severity;
import io.hubtriage.model.Trait;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A device inside an incident.
 *
 * @param network masked address, or {@code ""}
 * @param since first row of its trouble
 * @param lastRow newest disconnect or error row of it
 * @param rows distinct disconnect and error rows of it
 * @param joinedAt when this spell of membership began
 * @param toldAt when a notice last spoke of the device; before {@code joinedAt} if that was during
 *     an earlier spell; empty if none did
 * @param heard how severe what that notice told of was; {@link Severity#NONE} if none did
 * @param leftAt when the spell ended; empty while it lasts
 */
public record Member(
    Device device,
    Client client,
    String network,
    Impact impact,
    Instant since,
    Instant lastRow,
    int rows,
    Instant joinedAt,
    Optional<Instant> toldAt,
    Severity heard,
    Optional<Instant> leftAt) {

  /**
   * A device that becomes a member now.
   *
   * @param before what it was in another incident, or in this one some time ago; empty if nothing
   */
  static Member joining(Condition c, Optional<Member> before, Instant now) {
    return new Member(
        c.device(),
        c.client(),
        c.network(),
        c.impact(),
        c.since(),
        c.lastRow(),
        c.rows(),
        now,
        before.flatMap(Member::toldAt),
        before.map(Member::heard).orElse(Severity.NONE),
        Optional.empty());
  }

  /** As the condition shows it now; what a sliding look-back no longer sees is kept. */
  Member seen(Condition c) {
    return new Member(
        device,
        c.client().equals(Client.UNKNOWN) ? client : c.client(),
        c.network().isEmpty() ? network : c.network(),
        c.impact(),
        since.isBefore(c.since()) ? since : c.since(),
        lastRow.isAfter(c.lastRow()) ? lastRow : c.lastRow(),
        Math.max(rows, c.rows()),
        joinedAt,
        toldAt,
        heard,
        leftAt);
  }

  /** A notice of this severity spoke of it. */
  Member told(Severity severity, Instant now) {
    return new Member(
        device,
        client,
        network,
        impact,
        since,
        lastRow,
        rows,
        joinedAt,
        Optional.of(now),
        severity,
        leftAt);
  }

  /** In another incident from now on, whose readers have not heard of it. */
  Member moved(Instant now) {
    return new Member(
        device,
        client,
        network,
        impact,
        since,
        lastRow,
        rows,
        now,
        toldAt,
        heard,
        Optional.empty());
  }

  /** The spell is over: the device is well again. */
  Member left(Instant now) {
    return new Member(
        device,
        client,
        network,
        Impact.RECOVERED,
        since,
        lastRow,
        rows,
        joinedAt,
        toldAt,
        heard,
        Optional.of(now));
  }

  /** Whether no notice has spoken of this spell. */
  boolean fresh() {
    return toldAt.isEmpty() || toldAt.get().isBefore(joinedAt);
  }

  boolean offline() {
    return impact == Impact.OFFLINE;
  }

  /** What is known of the device. */
  Set<Trait> traits() {
    return Trait.of(client, network);
  }

  Facts.Affected affected() {
    return new Facts.Affected(device, client, network, impact, since, lastRow, rows);
  }
}
