package io.hubtriage.incident;

import io.hubtriage.model.Client;
import io.hubtriage.model.Condition;
import io.hubtriage.model.Device;
import io.hubtriage.model.Impact;
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
    Optional<Instant> leftAt) {

  /** A device that becomes a member now. */
  static Member joining(Condition c, Optional<Instant> toldAt, Instant now) {
    return new Member(
        c.device(),
        c.client(),
        c.network(),
        c.impact(),
        c.since(),
        c.lastRow(),
        c.rows(),
        now,
        toldAt,
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
        leftAt);
  }

  Member told(Instant now) {
    return new Member(
        device, client, network, impact, since, lastRow, rows, joinedAt, Optional.of(now), leftAt);
  }

  /** In another incident from now on, whose readers have not heard of it. */
  Member moved(Instant now) {
    return new Member(
        device, client, network, impact, since, lastRow, rows, now, toldAt, Optional.empty());
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
