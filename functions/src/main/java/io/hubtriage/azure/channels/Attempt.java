package io.hubtriage.azure.channels;

import io.hubtriage.incident.Notice;
import io.hubtriage.incident.Sent;
import java.time.Duration;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One attempt to send, and the one line the log gets of it. */
final class Attempt {
  /** Held here: the logging framework itself keeps loggers only as long as somebody does. */
  static final Logger LOG = Logger.getLogger(Attempt.class.getPackageName());

  private final String channel;
  private final String notice;
  private final long begun = System.nanoTime();

  private Attempt(String channel, String notice) {
    this.channel = channel;
    this.notice = notice;
  }

  static Attempt of(Script script, Notice notice) {
    return new Attempt(script.channel(), notice.id());
  }

  /**
   * Writes the line and hands the result on.
   *
   * @param status the other side's code, or the trouble there was
   */
  Sent ended(String status, Sent sent) {
    long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
    Level level = sent instanceof Sent.Accepted ? Level.INFO : Level.WARNING;
    LOG.log(
        level,
        () ->
            String.format(
                Locale.ROOT,
                "channel=%s notice=%s outcome=%s status=%s ms=%d",
                channel,
                notice,
                sent.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                status,
                millis));
    return sent;
  }
}
