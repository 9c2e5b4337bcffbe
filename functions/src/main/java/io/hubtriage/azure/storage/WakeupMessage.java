package io.hubtriage.azure.storage;

import io.hubtriage.incident.Wakeup;
import io.hubtriage.model.Hub;

/**
 * A wake-up as the text of a queue message: {@code {"v":1,"hub":...,"notice":...,"channel":...}}.
 */
public final class WakeupMessage {
  private WakeupMessage() {}

  /** The text, before Base64. */
  public static String write(Wakeup wakeup) {
    return StoredJson.write(
        new Body()
            .text("hub", wakeup.hub().resourceId())
            .text("notice", wakeup.noticeId())
            .text("channel", wakeup.channel()));
  }

  /**
   * Reads what the queue trigger hands over, Base64 decoded.
   *
   * @throws IllegalArgumentException if it is no wake-up; nothing is lost by dropping it, since the
   *     outbox's sweep finds the row
   */
  public static Wakeup read(String text) {
    try {
      return StoredJson.read(
          text,
          fields ->
              new Wakeup(
                  new Hub(fields.text("hub")), fields.text("notice"), fields.text("channel")));
    } catch (StoredFormatException e) {
      throw new IllegalArgumentException("not a wake-up: " + e.getMessage(), e);
    }
  }
}
