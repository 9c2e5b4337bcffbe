package io.hubtriage.lab.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in Markdown: the first column to the left, figures to the right. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();
  private final int width;

  Table(String... heads) {
    width = heads.length;
    rows.add(List.of(heads));
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if it has not as many cells as there are heads
   */
  Table row(List<String> cells) {
    if (cells.size() != width) {
      throw new IllegalArgumentException(width + " cells are needed, not " + cells);
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  /** The table, without a line break at its end. */
  String markdown() {
    List<String> lines = new ArrayList<>();
    rows.forEach(row -> lines.add("| " + String.join(" | ", row) + " |"));
    lines.add(1, "|---|" + "---:|".repeat(width - 1));
    return String.join("\n", lines);
  }

  /** 0.987. */
  static String figure(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** 0.987 (0.975 to 0.991). */
  static String figure(Pool.Spread spread) {
    return "%s (%s to %s)"
        .formatted(figure(spread.pooled()), figure(spread.lowest()), figure(spread.highest()));
  }

  /** A share from 0 to 1 as 1.23 %. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", share * 100);
  }

  /** 12,345. */
  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** 1,234.5. */
  static String rate(double value) {
    return String.format(Locale.ROOT, "%,.1f", value);
  }
}
