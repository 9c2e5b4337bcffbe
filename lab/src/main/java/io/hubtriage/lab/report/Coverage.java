package io.hubtriage.lab.report;

import io.hubtriage.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How whole a hub's data was, as far as disconnect and error rows can tell.
 *
 * @param silent minutes of the span without any such row
 * @param longest the longest time without one, and when it was
 * @param metric samples of connectedDeviceCount
 */
record Coverage(
    String hub,
    String rows,
    String first,
    String last,
    String silent,
    String longest,
    String metric) {

  static Coverage of(Story.OfHub hub, Window span) {
    List<Instant> times = hub.drops().stream().map(Story.Drop::time).toList();
    long minutes = Math.max(1, (span.length().toSeconds() + 59) / 60);
    Window minute = new Window(span.start().truncatedTo(ChronoUnit.MINUTES), span.end());
    long with =
        times.stream()
            .filter(minute::contains)
            .map(t -> t.truncatedTo(ChronoUnit.MINUTES))
            .distinct()
            .count();
    long silent = Math.max(0, minutes - with);
    return new Coverage(
        hub.hub().name(),
        Wording.number(times.size()),
        times.isEmpty() ? "–" : Wording.time(times.get(0)),
        times.isEmpty() ? "–" : Wording.time(times.get(times.size() - 1)),
        Wording.number(silent)
            + " of "
            + Wording.number(minutes)
            + " ("
            + Wording.share(silent, minutes)
            + ")",
        longest(times, span),
        hub.metric().isEmpty() ? "no metric" : Wording.number(hub.metric().size()));
  }

  private static String longest(List<Instant> times, Window span) {
    Instant before = span.start();
    Window longest = new Window(before, before);
    for (Instant time : times) {
      longest = longer(longest, before, time);
      before = time.isAfter(before) ? time : before;
    }
    longest = longer(longest, before, span.end());
    return Wording.length(longest.length()) + ", from " + Wording.time(longest.start());
  }

  private static Window longer(Window longest, Instant from, Instant to) {
    return Duration.between(from, to).compareTo(longest.length()) > 0
        ? new Window(from, to)
        : longest;
  }
}
