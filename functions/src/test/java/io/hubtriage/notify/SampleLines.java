package io.hubtriage.notify;

import io.hubtriage.incident.Facts;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Incidents as digests and summaries tell them: one over, one going on, one new. */
final class SampleLines {
  private SampleLines() {}

  static List<Facts.Line> all() {
    return List.of(
        new Facts.Line(
            "7f3a",
            NoticeKind.RESOLVED,
            Cause.HUB_TRANSIENT,
            Severity.CRITICAL,
            Impact.RECOVERED,
            431,
            Samples.NOON.minus(Duration.ofHours(20)),
            Optional.of(Samples.NOON.minus(Duration.ofMinutes(1_172)))),
        new Facts.Line(
            "81c0",
            NoticeKind.REMINDER,
            Cause.AUTHENTICATION_FAILURE,
            Severity.ERROR,
            Impact.OFFLINE,
            3,
            Samples.NOON.minus(Duration.ofHours(5)),
            Optional.empty()),
        new Facts.Line(
            "90ab",
            NoticeKind.OPENED,
            Cause.CONNECTION_LOST,
            Severity.WARNING,
            Impact.FLAPPING,
            1,
            Samples.NOON.minus(Duration.ofMinutes(30)),
            Optional.empty()));
  }
}
