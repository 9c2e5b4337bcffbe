package io.hubtriage.notify.bulletin;

import io.hubtriage.incident.Facts;
import io.hubtriage.notify.text.Voice;
import java.time.Duration;
import java.time.Instant;

/** An incident as a row of a digest or a summary. */
final class LineRow {
  private LineRow() {}

  static Section.Row of(Facts.Line line, Voice voice, String detail) {
    return new Section.Row(
        voice.title(line.cause()),
        detail,
        line.resolvedAt()
            .map(end -> over(line.openedAt(), end, voice))
            .orElse(voice.text("impact." + line.impact().code())),
        line.resolvedAt().isPresent() ? Tone.GOOD : DeviceRow.tone(line.impact()),
        voice.moment(line.openedAt()));
  }

  /** How many were left out, {@code ""} if none. */
  static String more(Voice voice, int count) {
    return count == 0 ? "" : voice.say("detail.more", "more", count);
  }

  private static String over(Instant start, Instant end, Voice voice) {
    Duration length = end.isBefore(start) ? Duration.ZERO : Duration.between(start, end);
    return voice.say("digest.incident.over", "length", length);
  }
}
