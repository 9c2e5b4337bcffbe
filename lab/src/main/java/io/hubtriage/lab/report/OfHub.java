package io.hubtriage.lab.report;

import io.hubtriage.incident.Incident;
import io.hubtriage.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A hub's timeline as a picture, {@value #WIDTH} units wide.
 *
 * @param bin how much time a bar stands for, in words
 * @param gridEnd where the lines of the times end, above the times themselves
 * @param lanesTop where they go on, below them
 * @param axisY where the times stand
 * @param unseen incidents without a lane; 0 if all have one
 */
record OfHub(
    String name,
    String resource,
    String summary,
    String bin,
    String height,
    String gridEnd,
    String lanesTop,
    List<Panel> panels,
    List<Axis.Tick> ticks,
    String axisY,
    String dayY,
    List<Lane> lanes,
    String unseen) {
  static final int WIDTH = 1200;

  private static final double LEFT = 150;
  private static final double RIGHT = 30;
  private static final int MOST_BINS = 600;
  private static final int MOST_LANES = 30;
  private static final double GAP = 16;

  /** Rows come in late, so they may be older than the span; a wrong clock is not to stretch it. */
  private static final Duration MOST_EARLY = Duration.ofHours(24);

  static OfHub of(Story.OfHub hub, List<Incident> incidents, Window span) {
    Axis axis = Axis.over(stretched(span, hub.drops()), MOST_BINS, LEFT, WIDTH - LEFT - RIGHT);
    List<Panel> panels = new ArrayList<>();
    double y = GAP;
    Map<Need, long[]> counts = counts(hub.drops(), axis);
    for (Need need : List.of(Need.ACTIONABLE, Need.UNKNOWN, Need.BENIGN)) {
      double high = need == Need.ACTIONABLE ? 76 : 40;
      long[] rows = counts.getOrDefault(need, new long[axis.bins()]);
      panels.add(Panel.bars(need.style(), need.words(), rows, axis, y, high));
      y += high + GAP;
    }
    if (!hub.metric().isEmpty()) {
      panels.add(CountLine.of(hub.metric(), axis, y, 48));
      y += 48 + GAP;
    }
    double axisY = y + 4;
    y += 32;
    List<Lane> lanes = lanes(incidents, axis, y);
    double height = y + lanes.size() * Lane.HIGH + 2;
    return new OfHub(
        hub.hub().name(),
        hub.hub().resourceId().equals(hub.hub().name()) ? "" : hub.hub().resourceId(),
        Wording.count(hub.drops().size(), "disconnect or error row")
            + ", "
            + Wording.count(incidents.size(), "incident"),
        Wording.length(axis.bin()),
        Wording.at(height),
        Wording.at(axisY - 14),
        Wording.at(y - 4),
        panels,
        axis.ticks(),
        Wording.at(axisY),
        Wording.at(axisY + 13),
        lanes,
        incidents.size() > lanes.size()
            ? Wording.count(incidents.size() - lanes.size(), "more incident")
            : "");
  }

  private static Window stretched(Window span, List<Story.Drop> drops) {
    Instant earliest = span.start().minus(MOST_EARLY);
    Instant start =
        drops.stream()
            .map(Story.Drop::time)
            .filter(t -> t.isAfter(earliest) && t.isBefore(span.start()))
            .min(Comparator.naturalOrder())
            .orElse(span.start());
    return new Window(start, span.end());
  }

  private static Map<Need, long[]> counts(List<Story.Drop> drops, Axis axis) {
    Map<Need, long[]> counts = new EnumMap<>(Need.class);
    for (Story.Drop drop : drops) {
      counts
          .computeIfAbsent(Need.of(drop.cause()), n -> new long[axis.bins()])[
          axis.bin(drop.time())]++;
    }
    return counts;
  }

  /** If there are too many, the worst ones, oldest first. */
  private static List<Lane> lanes(List<Incident> incidents, Axis axis, double top) {
    List<Incident> shown =
        incidents.stream()
            .sorted(
                Comparator.comparing(Incident::severity)
                    .thenComparing(i -> i.roster().peak())
                    .reversed())
            .limit(MOST_LANES)
            .sorted(Comparator.comparing(Incident::openedAt))
            .toList();
    List<Lane> lanes = new ArrayList<>();
    for (Incident incident : shown) {
      lanes.add(Lane.of(incident, axis, top + lanes.size() * Lane.HIGH));
    }
    return lanes;
  }
}
