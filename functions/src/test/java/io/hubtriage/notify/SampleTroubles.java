package io.hubtriage.notify;

import io.hubtriage.incident.Blindness;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.model.Evidence.Finding;
import io.hubtriage.model.Hub;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What may be wrong with HubTriage itself, as the watch finds it. */
final class SampleTroubles {
  private static final Instant SINCE = Samples.NOON.minus(Duration.ofMinutes(95));

  private SampleTroubles() {}

  static Notice notice(Blindness kind, NoticeKind notice) {
    Hub hub =
        switch (kind) {
          case LOG_UNREAD, EVENTS_UNREAD, CHANNEL_REJECTS -> new Hub("hubtriage");
          case ROWS_MISSING, MANY_UNKNOWN -> Samples.HUB;
        };
    boolean over = notice == NoticeKind.RESOLVED;
    return new Notice(
        "n-blind-" + kind.code() + "-" + notice.code(),
        notice,
        Samples.NOON,
        new Facts.OfBlindness(
            "blind-81c0",
            hub,
            kind,
            SINCE,
            over ? Optional.of(Samples.NOON) : Optional.empty(),
            finding(kind)));
  }

  static Stream<Finding> findings() {
    return Stream.concat(
        Stream.of(Blindness.values()).map(SampleTroubles::finding),
        Stream.of(
            Finding.of("blind-rows-none", "since", SINCE),
            Finding.of("blind-rows-late", "newest", SINCE, "settle", Duration.ofMinutes(20))));
  }

  private static Finding finding(Blindness kind) {
    return switch (kind) {
      case LOG_UNREAD, EVENTS_UNREAD -> Finding.of("blind-" + kind.code(), "since", SINCE);
      case ROWS_MISSING ->
          Finding.of("blind-rows-missing", "since", SINCE, "usual", Duration.ofMinutes(40));
      case CHANNEL_REJECTS ->
          Finding.of(
              "blind-channel-rejects",
              "channel",
              "ops_team",
              "reason",
              "404: the workflow is gone; put the new URL into TEAMS_OPS_URL");
      case MANY_UNKNOWN ->
          Finding.of(
              "blind-many-unknown",
              "unknown",
              412L,
              "rows",
              1_930L,
              "share",
              0.2135,
              "usual",
              0.004,
              "since",
              SINCE);
    };
  }
}
