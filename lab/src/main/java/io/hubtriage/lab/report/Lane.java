package io.hubtriage.lab.report;

import io.hubtriage.incident.Incident;
import java.time.Instant;

/**
 * An incident under a hub's timeline: a thin line from its first row, a bar from where it was
 * opened to where it ended.
 *
 * @param href leads to the incident's section
 * @param state {@code open} if it has no end yet
 * @param textX where the label stands, on the side named by {@code anchor}
 */
record Lane(
    String href,
    String severity,
    String state,
    String label,
    String tip,
    String y,
    String lineY,
    String textY,
    String leadX,
    String leadWidth,
    String x,
    String width,
    String textX,
    String anchor) {
  static final double HIGH = 18;

  private static final double BAR = 11;
  private static final double GAP = 6;

  /** Generous: an average letter at the labels' size. */
  private static final double LETTER = 6.4;

  static Lane of(Incident incident, Axis axis, double y) {
    Instant end = incident.resolvedAt().orElse(axis.window().end());
    double lead = axis.x(incident.span().start());
    double x0 = axis.x(incident.openedAt());
    double x1 = Math.max(axis.x(end), x0 + 4);
    String label =
        incident.cause().code() + " · " + Wording.count(incident.roster().peak(), "device");
    double room = label.length() * LETTER + GAP;
    boolean after = x1 + room < axis.left() + axis.width();
    boolean before = Math.min(lead, x0) - room > axis.left();
    double textX = after ? x1 + GAP : before ? Math.min(lead, x0) - GAP : x0 + GAP;
    return new Lane(
        "#" + OfIncident.anchor(incident),
        incident.severity().code(),
        incident.open() ? "open" : "",
        label,
        tip(incident),
        Wording.at(y),
        Wording.at(y + BAR / 2 - 1),
        Wording.at(y + BAR - 1),
        Wording.at(Math.min(lead, x0)),
        Wording.at(Math.max(0, x0 - lead)),
        Wording.at(x0),
        Wording.at(x1 - x0),
        Wording.at(textX),
        after ? "start" : before ? "end" : "inside");
  }

  private static String tip(Incident incident) {
    return incident.cause().code()
        + ", first row "
        + Wording.time(incident.span().start())
        + ", opened "
        + Wording.time(incident.openedAt())
        + ", "
        + incident.resolvedAt().map(r -> "resolved " + Wording.time(r)).orElse("still open");
  }
}
