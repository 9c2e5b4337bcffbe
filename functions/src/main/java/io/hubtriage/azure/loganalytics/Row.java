package io.hubtriage.azure.loganalytics;

import com.azure.monitor.query.models.LogsTableCell;
import com.azure.monitor.query.models.LogsTableRow;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of an answer, read by column name. A value that is missing where one must be is a fault.
 */
final class Row {
  private final Map<String, LogsTableCell> cells = new HashMap<>();

  Row(LogsTableRow row) {
    row.getRow().forEach(cell -> cells.put(cell.getColumnName(), cell));
  }

  /** The text; Kusto's strings are never null, so null is read as {@code ""}. */
  String text(String column) {
    String value = cell(column).getValueAsString();
    return value == null ? "" : value;
  }

  /** The text of a column that must have one. */
  String json(String column) {
    return present(column, cell(column).getValueAsString());
  }

  long number(String column) {
    return present(column, cell(column).getValueAsLong());
  }

  Instant time(String column) {
    OffsetDateTime time = present(column, cell(column).getValueAsDateTime());
    return time.toInstant();
  }

  /** One of the enum's values, by its number. */
  <E extends Enum<E>> E oneOf(String column, E[] values) {
    long number = number(column);
    if (number < 0 || number >= values.length) {
      throw new BadAnswerException("column " + column + " holds the unknown number " + number);
    }
    return values[(int) number];
  }

  private LogsTableCell cell(String column) {
    return present(column, cells.get(column));
  }

  private static <T> T present(String column, @Nullable T value) {
    if (value == null) {
      throw new BadAnswerException("column " + column + " is empty in a row");
    }
    return value;
  }
}
