package io.hubtriage.azure.loganalytics;

import com.azure.core.util.Context;
import com.azure.monitor.query.LogsQueryClient;
import com.azure.monitor.query.models.LogsColumnType;
import com.azure.monitor.query.models.LogsQueryOptions;
import com.azure.monitor.query.models.LogsQueryResult;
import com.azure.monitor.query.models.LogsQueryResultStatus;
import com.azure.monitor.query.models.LogsTable;
import com.azure.monitor.query.models.LogsTableCell;
import io.hubtriage.sweep.ConnectionLogUnavailableException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One Log Analytics workspace: asks it, and believes only whole answers of the right shape. */
final class Workspace {
  /** The client reads rows in quadratic time; the queries stop one row above this. */
  static final int MOST_ROWS = 10_000;

  private final LogsQueryClient client;
  private final String id;
  private final Duration serverTimeout;

  Workspace(LogsQueryClient client, String id, Duration serverTimeout) {
    this.client = client;
    this.id = id;
    this.serverTimeout = serverTimeout;
  }

  /**
   * Asks.
   *
   * @param reader makes the answer of the rows
   * @throws ConnectionLogUnavailableException if there is no answer, or not a whole one
   */
  <T> T ask(Question question, Lets parameters, Function<List<Row>, T> reader) {
    LogsQueryResult result;
    try {
      result = result(question.kql(parameters));
    } catch (RuntimeException e) {
      throw unavailable(question, Failures.describe(e), e);
    }
    try {
      return reader.apply(rows(question, result));
    } catch (BadAnswerException
        | IllegalArgumentException
        | ArithmeticException
        | DateTimeException e) {
      throw unavailable(question, e.getMessage(), e);
    }
  }

  private @Nullable LogsQueryResult result(String kql) {
    // The query bounds TimeGenerated itself; a time span beside it could only cut rows off.
    return client
        .queryWorkspaceWithResponse(
            id, kql, null, new LogsQueryOptions().setServerTimeout(serverTimeout), Context.NONE)
        .getValue();
  }

  private static List<Row> rows(Question question, @Nullable LogsQueryResult result) {
    if (result == null) {
      throw new BadAnswerException("the answer was empty; the next sweep asks again");
    }
    // The synchronous client does not throw on partial errors, whatever its options say.
    if (result.getError() != null
        || result.getQueryResultStatus() != LogsQueryResultStatus.SUCCESS) {
      String code = result.getError() == null ? "no code" : result.getError().getCode();
      throw new BadAnswerException(
          "only part of the answer came ("
              + code
              + "): it grew too large or took too long; put fewer hubs into one workspace, or"
              + " shorten the look-back");
    }
    List<LogsTable> tables = result.getAllTables();
    if (tables == null || tables.size() != 1) {
      throw new BadAnswerException(
          "the answer has " + (tables == null ? 0 : tables.size()) + " tables instead of one");
    }
    LogsTable table = tables.get(0);
    if (table.getRows().size() > MOST_ROWS) {
      throw new BadAnswerException(
          "the answer has more than "
              + MOST_ROWS
              + " rows; put fewer hubs into one workspace, or shorten the look-back");
    }
    // The client leaves the table's list of columns empty; only cells tell theirs.
    table.getRows().stream().findFirst().ifPresent(row -> checkColumns(question, row.getRow()));
    return table.getRows().stream().map(Row::new).toList();
  }

  private static void checkColumns(Question question, List<LogsTableCell> cells) {
    Map<String, LogsColumnType> found = new HashMap<>();
    cells.forEach(cell -> found.put(cell.getColumnName(), cell.getColumnType()));
    question
        .columns()
        .forEach(
            (name, type) -> {
              if (!type.equals(found.get(name))) {
                throw new BadAnswerException(
                    "the answer lacks the column "
                        + name
                        + " of type "
                        + type
                        + "; it has "
                        + found);
              }
            });
  }

  private ConnectionLogUnavailableException unavailable(
      Question question, @Nullable String what, RuntimeException cause) {
    return new ConnectionLogUnavailableException(
        "asking workspace " + id + " for " + question.label() + ": " + what, cause);
  }
}
