package io.hubtriage.lab.report;

import io.hubtriage.incident.Incident;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rows of an incident's cause on its hub from a little before to a little after it, and when
 * people heard of it.
 *
 * @param messages what was told, one mark per moment
 * @param bar the incident itself
 */
record IncidentChart(
    Panel rows, List<Axis.Tick> ticks, String bin, String severity, Lane bar, List<Mark> messages) {
  private static final double LEFT = 150;
  private static final double RIGHT = 30;
  private static final double LETTER = 6.4;
  private static final int MOST_BINS = 180;
  private static final Duration LEAST_MARGIN = Duration.ofMinutes(10);

  /**
   * Something was told.
   *
   * @param kind what; {@code ""} where the label before leaves no room
   */
  record Mark(String x, String textX, String kind, String tip) {}

  static IncidentChart of(Incident incident, Story story) {
    Axis axis =
        Axis.over(window(incident, story.span()), MOST_BINS, LEFT, OfHub.WIDTH - LEFT - RIGHT);
    long[] counts = new long[axis.bins()];
    story.hubs().stream()
        .filter(h -> h.hub().equals(incident.hub()))
        .map(Story.OfHub::drops)
        .forEach(drops -> count(drops, incident.cause(), axis, counts));
    String style = Need.of(incident.cause()).style();
    return new IncidentChart(
        Panel.bars(style, "rows of this cause", counts, axis, 30, 46),
        axis.ticks(),
        Wording.length(axis.bin()),
        incident.severity().code(),
        Lane.of(incident, axis, 80),
        marks(incident, story.messages(), axis));
  }

  private static void count(List<Story.Drop> drops, Cause cause, Axis axis, long[] counts) {
    for (int i = first(drops, axis.window().start()); i < drops.size(); i++) {
      Story.Drop drop = drops.get(i);
      if (!drop.time().isBefore(axis.window().end())) {
        return;
      }
      counts[axis.bin(drop.time())] += drop.cause() == cause ? 1 : 0;
    }
  }

  /** The place of the first row that is not before the instant; the rows are sorted by time. */
  private static int first(List<Story.Drop> drops, Instant from) {
    int low = 0;
    int high = drops.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (drops.get(middle).time().isBefore(from)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static Window window(Incident incident, Window span) {
    Instant end = incident.resolvedAt().orElse(span.end());
    Instant start = incident.span().start();
    Instant last = end.isBefore(start) ? start : end;
    Duration margin = Duration.between(start, last).dividedBy(12);
    Duration around = margin.compareTo(LEAST_MARGIN) < 0 ? LEAST_MARGIN : margin;
    return new Window(start.minus(around), incident.open() ? last : last.plus(around));
  }

  private static List<Mark> marks(Incident incident, List<Story.Message> messages, Axis axis) {
    TreeMap<Instant, String> moments = new TreeMap<>();
    messages.stream()
        .filter(m -> OfMessage.about(m).equals(Optional.of(incident.id())))
        .forEach(m -> moments.put(m.notice().at(), m.notice().kind().code()));
    List<Mark> marks = new ArrayList<>();
    double free = 0;
    for (var moment : moments.entrySet()) {
      double x = axis.x(moment.getKey());
      String kind = moment.getValue();
      double half = kind.length() * LETTER / 2;
      boolean room = x - half > free;
      double text = Math.min(x, OfHub.WIDTH - half - 2);
      marks.add(
          new Mark(
              Wording.at(x),
              Wording.at(text),
              room ? kind : "",
              kind + ", " + Wording.time(moment.getKey())));
      free = room ? x + half + 4 : free;
    }
    return marks;
  }
}
