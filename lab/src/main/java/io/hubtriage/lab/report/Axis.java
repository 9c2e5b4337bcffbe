package io.hubtriage.lab.report;

import io.hubtriage.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Time from left to right, cut into equal bins that start at round times.
 *
 * @param window starts and ends on a bin's border; never empty
 * @param bin how long a bin is
 * @param left where the window starts, in units of the picture
 * @param width how wide it is
 */
record Axis(Window window, Duration bin, double left, double width) {
  private static final int MOST_TICKS = 13;
  private static final long DAY = 86_400;

  /** Lengths in seconds that a reader can count with, up to a day. */
  private static final List<Long> ROUND =
      List.of(
          10L, 30L, 60L, 120L, 300L, 600L, 900L, 1_200L, 1_800L, 3_600L, 7_200L, 10_800L, 21_600L,
          43_200L, DAY);

  /** A mark on the axis; a day is named once, under the first time on it. */
  record Tick(String x, String time, String day) {}

  /** The finest axis over the window with at most so many bins. */
  static Axis over(Window window, int mostBins, double left, double width) {
    long length = Math.max(1, window.length().toSeconds());
    long bin = round(s -> length / s + 2 <= mostBins);
    long start = Math.floorDiv(window.start().getEpochSecond(), bin) * bin;
    long end = Math.floorDiv(window.end().getEpochSecond(), bin) * bin + bin;
    return new Axis(
        new Window(Instant.ofEpochSecond(start), Instant.ofEpochSecond(end)),
        Duration.ofSeconds(bin),
        left,
        width);
  }

  /** The shortest round length that will do. */
  private static long round(Predicate<Long> enough) {
    Stream<Long> days = Stream.iterate(2L, d -> d * 2).map(d -> d * DAY);
    return Stream.concat(ROUND.stream(), days).filter(enough).findFirst().orElseThrow();
  }

  int bins() {
    return (int) (window.length().toSeconds() / bin.toSeconds());
  }

  /** The bin of an instant; the first or last if it lies outside. */
  int bin(Instant at) {
    long place =
        Math.floorDiv(at.getEpochSecond() - window.start().getEpochSecond(), bin.toSeconds());
    return (int) Math.max(0, Math.min(bins() - 1, place));
  }

  /** Where an instant is; on the border if it lies outside. */
  double x(Instant at) {
    double share =
        (double) Duration.between(window.start(), at).toMillis() / window.length().toMillis();
    return left + width * Math.max(0, Math.min(1, share));
  }

  double binWidth() {
    return width / bins();
  }

  List<Tick> ticks() {
    long length = window.length().toSeconds();
    long step = round(s -> s >= 60 && length / s < MOST_TICKS);
    List<Tick> ticks = new ArrayList<>();
    String day = "";
    long first = Math.floorDiv(window.start().getEpochSecond() + step - 1, step) * step;
    for (long s = first; s <= window.end().getEpochSecond(); s += step) {
      Instant at = Instant.ofEpochSecond(s);
      String today = Wording.DAY.format(at.atZone(ZoneOffset.UTC));
      String time = step >= DAY ? today : Wording.CLOCK.format(at);
      String named = step >= DAY || today.equals(day) ? "" : today;
      ticks.add(new Tick(Wording.at(x(at)), time, named));
      day = today;
    }
    return ticks;
  }
}
