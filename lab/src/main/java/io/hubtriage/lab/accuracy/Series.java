package io.hubtriage.lab.accuracy;

import io.hubtriage.lab.accuracy.Condition.Axis;
import io.hubtriage.lab.accuracy.LineChart.Line;
import io.hubtriage.lab.accuracy.LineChart.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A study's conditions in a row: those of one axis, with the reference in its place. */
final class Series {
  private Series() {}

  /** The conditions of an axis by value, the reference included. */
  static List<Condition> along(Axis axis, Study study) {
    List<Condition> all = new ArrayList<>(List.of(Condition.REFERENCE));
    study.pools().keySet().stream().filter(c -> c.axis() == axis).forEach(all::add);
    all.sort(Comparator.comparing(c -> value(axis, c, study.extent())));
    return List.copyOf(all);
  }

  /** Where on an axis a condition lies. */
  static double value(Axis axis, Condition condition, Extent extent) {
    return condition.axis() == axis ? condition.value() : Condition.usual(axis, extent);
  }

  /** The macro-F1 of the last verdicts, a line per method. */
  static List<Line> macroF1(Axis axis, Study study) {
    List<Line> lines = new ArrayList<>();
    for (Method method : Method.values()) {
      List<Point> points = new ArrayList<>();
      for (Condition condition : along(axis, study)) {
        points.add(
            new Point(
                value(axis, condition, study.extent()),
                study.pool(condition, method).whole().accuracy().cause().macroF1()));
      }
      lines.add(new Line(method.label(), points));
    }
    return lines;
  }
}
