package io.hubtriage.watch;

import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.model.Hub;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A trouble that people were told of and that goes on.
 *
 * @param sight as it was when they were told
 * @param channels whom it was told to, and who will hear that it is over; never empty
 */
public record Spell(Sight sight, List<String> channels) {
  /** Copies the names. */
  public Spell {
    channels = List.copyOf(channels);
  }

  List<OutboxRow> opened(Hub hub, Instant now) {
    return rows(hub, NoticeKind.OPENED, "-1", Optional.empty(), now);
  }

  List<OutboxRow> over(Hub hub, Instant now) {
    return rows(hub, NoticeKind.RESOLVED, "-2", Optional.of(now), now);
  }

  private List<OutboxRow> rows(
      Hub hub, NoticeKind kind, String suffix, Optional<Instant> until, Instant now) {
    String id = sight.kind().spell(hub, sight.subject(), sight.since());
    Facts facts =
        new Facts.OfBlindness(id, hub, sight.kind(), sight.since(), until, sight.finding());
    Notice notice = new Notice(id + suffix, kind, now, facts);
    return channels.stream().map(channel -> OutboxRow.of(notice, channel)).toList();
  }
}
