package io.hubtriage.lab.log;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** The disconnect and error rows of a table, sorted by one of their times. */
final class DropIndex {
  private final int[] rows;
  private final long[] times;

  private DropIndex(int[] rows, long[] times) {
    this.rows = rows;
    this.times = times;
  }

  static DropIndex byTime(ConnectionTable table) {
    return sorted(table, table::millis);
  }

  static DropIndex byIngestion(ConnectionTable table) {
    return sorted(table, table::ingested);
  }

  private static DropIndex sorted(ConnectionTable table, IntToLongFunction time) {
    int[] rows =
        IntStream.range(0, table.size())
            .filter(row -> !table.connected(row))
            .boxed()
            .parallel()
            .sorted(Comparator.comparingLong(time::applyAsLong))
            .mapToInt(Integer::intValue)
            .toArray();
    return new DropIndex(rows, Arrays.stream(rows).mapToLong(time).toArray());
  }

  /** The rows whose time lies in a span, start inclusive, end exclusive, oldest first. */
  IntStream between(long start, long end) {
    return Arrays.stream(rows, firstAt(start), firstAt(end));
  }

  private int firstAt(long time) {
    int low = 0;
    int high = times.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[middle] < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
