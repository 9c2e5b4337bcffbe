package io.hubtriage.lab.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A picture of lines over a common axis, as SVG: the same input gives the same bytes. Lines differ
 * in dash as well as in colour.
 *
 * @param title what it shows
 * @param across the horizontal axis: what it is, and from where to where in how many steps
 * @param up the vertical axis
 * @param lines at most four
 */
record LineChart(String title, Axis across, Axis up, List<Line> lines) {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 400;
  private static final int LEFT = 64;
  private static final int RIGHT = 570;
  private static final int TOP = 48;
  private static final int BOTTOM = 340;
  private static final List<String> COLOURS = List.of("#0b5cad", "#b3261e", "#8a5a00", "#2e6b34");
  private static final List<String> DASHES = List.of("none", "8 4", "2 3", "10 3 2 3");

  /** Takes a copy. */
  LineChart {
    lines = List.copyOf(lines);
  }

  /**
   * An axis.
   *
   * @param to greater than {@code from}
   * @param steps between labels, at least 1
   * @param scale what a value is multiplied with for its label: 100 for per cent
   */
  record Axis(String label, double from, double to, int steps, double scale) {}

  /**
   * A line.
   *
   * @param points from left to right
   */
  record Line(String label, List<Point> points) {
    /** Takes a copy. */
    Line {
      points = List.copyOf(points);
    }
  }

  /** A place on a line; outside of the axes it is drawn at their edge. */
  record Point(double x, double y) {}

  /** The picture. */
  String svg() {
    StringBuilder svg = new StringBuilder();
    line(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
            + " font-family=\"sans-serif\" font-size=\"13\">",
        WIDTH,
        HEIGHT);
    line(svg, "<title>%s</title>", escaped(title));
    line(svg, "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT);
    text(svg, LEFT, 26, "start", title);
    grid(svg);
    for (int i = 0; i < lines.size(); i++) {
      draw(svg, i);
    }
    return svg.append("</svg>\n").toString();
  }

  private void grid(StringBuilder svg) {
    for (int i = 0; i <= across.steps; i++) {
      double value = across.from + (across.to - across.from) * i / across.steps;
      stroke(svg, x(value), TOP, x(value), BOTTOM);
      text(svg, x(value), BOTTOM + 20, "middle", number(value * across.scale));
    }
    for (int i = 0; i <= up.steps; i++) {
      double value = up.from + (up.to - up.from) * i / up.steps;
      stroke(svg, LEFT, y(value), RIGHT, y(value));
      text(svg, LEFT - 8, y(value) + 4, "end", number(value * up.scale));
    }
    text(svg, (LEFT + RIGHT) / 2.0, BOTTOM + 44, "middle", across.label);
    line(
        svg,
        "<text transform=\"translate(18 %d) rotate(-90)\" text-anchor=\"middle\""
            + " fill=\"#222222\">%s</text>",
        (TOP + BOTTOM) / 2,
        escaped(up.label));
  }

  private void draw(StringBuilder svg, int number) {
    Line drawn = lines.get(number);
    List<String> points = new ArrayList<>();
    for (Point p : drawn.points) {
      points.add(String.format(Locale.ROOT, "%.1f,%.1f", x(p.x), y(p.y)));
    }
    String pen =
        "fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\" stroke-dasharray=\"%s\""
            .formatted(COLOURS.get(number), DASHES.get(number));
    line(svg, "<polyline %s points=\"%s\"/>", pen, String.join(" ", points));
    int row = TOP + 14 + number * 24;
    line(
        svg,
        "<line %s x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>",
        pen,
        RIGHT + 14,
        row - 4,
        RIGHT + 44,
        row - 4);
    text(svg, RIGHT + 50, row, "start", drawn.label);
  }

  private double x(double value) {
    return LEFT + (RIGHT - LEFT) * share(value, across);
  }

  private double y(double value) {
    return BOTTOM - (BOTTOM - TOP) * share(value, up);
  }

  private static double share(double value, Axis axis) {
    return Math.max(0, Math.min(1, (value - axis.from) / (axis.to - axis.from)));
  }

  private static void stroke(StringBuilder svg, double x1, double y1, double x2, double y2) {
    line(
        svg,
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/>",
        x1,
        y1,
        x2,
        y2);
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
    line(
        svg,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#222222\">%s</text>",
        x,
        y,
        anchor,
        escaped(text));
  }

  /** Without a fraction that says nothing: 5, 0.5. */
  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static void line(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
