package io.hubtriage.lab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A strip of a picture with its own scale.
 *
 * @param style its colour in the style sheet
 * @param total under its name
 * @param area the path to fill; {@code ""} if there is none
 * @param line the path to draw; {@code ""} if there is none
 * @param labelY where its name stands
 * @param totalY where its total stands
 * @param grid lines of equal value
 */
record Panel(
    String style,
    String name,
    String total,
    String area,
    String line,
    String labelY,
    String totalY,
    List<Grid> grid) {
  /** From this width on, bars stand apart. */
  private static final double CLEAR = 5;

  /** A line of equal value; the text stands a little lower than the line. */
  record Grid(String y, String textY, String value) {
    static Grid at(double y, String value) {
      return new Grid(Wording.at(y), Wording.at(y + 4), value);
    }
  }

  /** Rows per bin as bars. */
  static Panel bars(String style, String name, long[] counts, Axis axis, double top, double high) {
    long total = Arrays.stream(counts).sum();
    Scale scale = Scale.upTo(Arrays.stream(counts).max().orElse(0), top + high, high);
    StringBuilder path = new StringBuilder();
    double wide = axis.binWidth();
    String width = Wording.at(wide < CLEAR ? wide : wide - 1);
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        String height = Wording.at(scale.height(counts[i]));
        path.append('M').append(Wording.at(axis.left() + i * wide));
        path.append(' ').append(Wording.at(top + high));
        path.append('v').append('-').append(height).append('h').append(width);
        path.append('v').append(height).append('z');
      }
    }
    List<Grid> grid = new ArrayList<>();
    grid.add(Grid.at(top + high, ""));
    if (total > 0) {
      scale.marks().forEach(m -> grid.add(Grid.at(scale.y(m), Wording.number(m))));
    }
    return new Panel(
        style,
        name,
        Wording.count(total, "row"),
        path.toString(),
        "",
        Wording.at(top + 12),
        Wording.at(top + 26),
        grid);
  }
}
