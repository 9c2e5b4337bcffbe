package io.hubtriage.lab.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of text with aligned columns, for the terminal and plain files. Columns are two blanks
 * apart; an East Asian wide character takes two places.
 */
public final class TextTable {
  private static final String GAP = "  ";

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /** Which side of a column its cells stand at. */
  public enum Side {
    LEFT,
    RIGHT
  }

  /**
   * A column.
   *
   * @param title the first line; one line
   */
  public record Column(String title, Side side) {
    /** For words. */
    public static Column left(String title) {
      return new Column(title, Side.LEFT);
    }

    /** For numbers. */
    public static Column right(String title) {
      return new Column(title, Side.RIGHT);
    }
  }

  /** A table without rows. */
  public TextTable(Column... columns) {
    this.columns = List.of(columns);
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if there is not one cell for each column
   */
  public TextTable row(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "a row has " + cells.length + " cells for " + columns.size() + " columns");
    }
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell.toString());
    }
    rows.add(row);
    return this;
  }

  /** Title, a line of dashes, rows; each line ends with a line feed and has no trailing blanks. */
  @Override
  public String toString() {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] =
          rows.stream()
              .mapToInt(row -> TextWidth.of(row.get(column)))
              .reduce(TextWidth.of(columns.get(i).title), Math::max);
    }
    StringBuilder table = new StringBuilder();
    append(table, columns.stream().map(Column::title).toList(), widths);
    List<String> dashes = new ArrayList<>();
    for (int width : widths) {
      dashes.add("-".repeat(width));
    }
    append(table, dashes, widths);
    rows.forEach(row -> append(table, row, widths));
    return table.toString();
  }

  private void append(StringBuilder table, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String blanks = " ".repeat(widths[i] - TextWidth.of(cells.get(i)));
      String cell = cells.get(i);
      line.append(i == 0 ? "" : GAP)
          .append(columns.get(i).side == Side.LEFT ? cell + blanks : blanks + cell);
    }
    table.append(line.toString().stripTrailing()).append('\n');
  }
}
