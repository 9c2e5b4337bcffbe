package io.hubtriage.lab.log;

import io.hubtriage.model.Client;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The distinct rows of a log, column by column: 40 bytes a row. A row is a number; the rows of one
 * device stand together, in the order of {@link RowKey}. All times are milliseconds since the
 * epoch.
 */
final class ConnectionTable {
  private static final int NONE = -1;

  private final Dictionaries names;
  private final int[] starts;
  private final Columns rows;
  private final int[] before;
  private final int[] after;
  private final long lead;

  /**
   * Takes over the columns; nobody else may keep them.
   *
   * @param starts the first row of each series, and the number of rows at the end
   * @param rows sorted by series and key, each once
   */
  ConnectionTable(Dictionaries names, int[] starts, Columns rows) {
    this.names = names;
    this.starts = starts;
    this.rows = rows;
    this.before = new int[size()];
    this.after = new int[size()];
    for (int series = 0; series < starts.length - 1; series++) {
      linkConnects(starts[series], starts[series + 1]);
    }
    this.lead =
        IntStream.range(0, size()).mapToLong(row -> millis(row) - ingested(row)).max().orElse(0);
  }

  private void linkConnects(int from, int to) {
    for (int row = from, last = NONE; row < to; row++) {
      before[row] = last;
      last = connected(row) ? row : last;
    }
    for (int row = to - 1, next = NONE; row >= from; row--) {
      after[row] = next;
      next = connected(row) ? row : next;
    }
  }

  int seriesCount() {
    return starts.length - 1;
  }

  int size() {
    return starts[starts.length - 1];
  }

  /** The number of a series, or -1 if it has no rows. */
  int find(Series series) {
    return names.series().find(series);
  }

  Series series(int number) {
    return names.series().value(number);
  }

  int seriesOf(int row) {
    return rows.series[row];
  }

  long millis(int row) {
    return RowKey.millis(rows.key[row]);
  }

  Operation operation(int row) {
    return RowKey.operation(rows.key[row]);
  }

  Signal signal(int row) {
    return RowKey.signal(rows.key[row]);
  }

  /** Whether the row is a connect that succeeded; all others are disconnects or errors. */
  boolean connected(int row) {
    return RowKey.connected(rows.key[row]);
  }

  long ingested(int row) {
    return rows.ingested[row];
  }

  Client client(int row) {
    return names.clients().value(rows.client[row]);
  }

  /** The number of the masked address; numbers are in the order of the addresses. */
  int network(int row) {
    return rows.network[row];
  }

  String networkName(int number) {
    return names.networks().value(number);
  }

  /** The code the row is known by, as {@link io.hubtriage.model.ConnectionRow#codeOrName}. */
  String code(int row) {
    return names.codes().value(rows.code[row]);
  }

  boolean visible(int row, long asOf) {
    return ingested(row) < asOf;
  }

  /** The first row of a series at or after a time; that of the next series if there is none. */
  int firstAt(int series, long millis) {
    int found =
        Arrays.binarySearch(rows.key, starts[series], starts[series + 1], RowKey.first(millis));
    return found < 0 ? -found - 1 : found;
  }

  /** One past the last row of a series that can have been ingested before {@code asOf}. */
  int end(int series, long asOf) {
    return firstAt(series, asOf + Math.max(lead, 0));
  }

  /** The newest visible connect that succeeded before a row, or -1. */
  int connectBefore(int row, long asOf) {
    int connect = before[row];
    while (connect != NONE && !visible(connect, asOf)) {
      connect = before[connect];
    }
    return connect;
  }

  /** The first visible connect that succeeded after a row, or -1. */
  int connectAfter(int row, long asOf) {
    long end = asOf + Math.max(lead, 0);
    int connect = after[row];
    while (connect != NONE && millis(connect) < end && !visible(connect, asOf)) {
      connect = after[connect];
    }
    return connect != NONE && millis(connect) < end ? connect : NONE;
  }

  /** What the numbers in the columns stand for. */
  record Dictionaries(
      Dictionary<Series> series,
      Dictionary<Client> clients,
      Dictionary<String> networks,
      Dictionary<String> codes) {}
}
