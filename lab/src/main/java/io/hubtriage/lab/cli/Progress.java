package io.hubtriage.lab.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How far a long job has come, on stderr. At a terminal one line is drawn over and over, at most
 * ten times a second; elsewhere a line is written every 10 %. Used by one thread.
 */
public final class Progress implements AutoCloseable {
  private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();
  private static final int BAR_WIDTH = 30;
  private static final String CLEAR_TO_END_OF_LINE = "\u001b[K";

  private final PrintWriter err;
  private final Style style;
  private final String label;
  private final long total;
  private final LongSupplier nanos;
  private final long begun;
  private long done;
  private long drawnAt;
  private long tenths;
  private boolean closed;

  /** How progress is shown. */
  public enum Style {
    /** One line, drawn over. */
    BAR,
    /** A line every 10 %. */
    LINES;

    /**
     * The style for this process: a bar if a person watches. Java cannot tell whether stderr is a
     * terminal, so the start script says it in the system property {@code hubtriage.terminal}.
     */
    public static Style detect() {
      return Boolean.getBoolean("hubtriage.terminal") ? BAR : LINES;
    }
  }

  /**
   * Begins.
   *
   * @param label what is being done: {@code replaying}
   * @param total in any unit, at least 0
   * @param nanos a clock that never goes back, {@link System#nanoTime}
   */
  public Progress(PrintWriter err, Style style, String label, long total, LongSupplier nanos) {
    this.err = err;
    this.style = style;
    this.label = label;
    this.total = total;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
    this.drawnAt = begun - REDRAW_NANOS;
  }

  /**
   * Tells how much is done.
   *
   * @param amount since the beginning; brought into 0 to {@code total}, and never goes back
   */
  public void at(long amount) {
    done = Math.max(done, Math.min(amount, total));
    if (closed) {
      return;
    }
    if (style == Style.BAR) {
      long now = nanos.getAsLong();
      if (now - drawnAt >= REDRAW_NANOS) {
        drawnAt = now;
        draw(now);
      }
    } else if (percent() / 10 > tenths) {
      tenths = percent() / 10;
      err.println(label + ": " + percent() + " % (" + clock(elapsed(nanos.getAsLong())) + ")");
      err.flush();
    }
  }

  /** Ends, whether or not everything was done: the last state stays on the screen. */
  @Override
  public void close() {
    if (!closed && style == Style.BAR) {
      draw(nanos.getAsLong());
      err.println();
      err.flush();
    }
    closed = true;
  }

  private void draw(long now) {
    int full = (int) (percent() * BAR_WIDTH / 100);
    String line =
        "\r%s [%s%s] %d %% %s"
            .formatted(
                label,
                "#".repeat(full),
                "-".repeat(BAR_WIDTH - full),
                percent(),
                done < total ? left(now) : "in " + clock(elapsed(now)));
    err.print(line.stripTrailing() + CLEAR_TO_END_OF_LINE);
    err.flush();
  }

  /** Time left if it goes on as it went; nothing during the first second, when nobody can say. */
  private String left(long now) {
    Duration elapsed = elapsed(now);
    if (done == 0 || elapsed.toMillis() < 1_000) {
      return "";
    }
    double perUnit = (double) elapsed.toMillis() / done;
    return clock(Duration.ofMillis((long) (perUnit * (total - done)))) + " left";
  }

  private Duration elapsed(long now) {
    return Duration.ofNanos(now - begun);
  }

  private long percent() {
    return total <= 0 ? 100 : (long) (100.0 * done / total);
  }

  private static String clock(Duration time) {
    return time.toMinutes() == 0
        ? time.toSeconds() + " s"
        : String.format(Locale.ROOT, "%d:%02d min", time.toMinutes(), time.toSecondsPart());
  }
}
