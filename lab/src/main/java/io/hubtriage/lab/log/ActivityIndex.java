package io.hubtriage.lab.log;

import io.hubtriage.model.Hub;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectionLog.ActivityCount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Question one. Rows that look alike are counted once for all; only minutes at the window's edges
 * and minutes with rows still hidden are counted again.
 */
final class ActivityIndex {
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private final ConnectionTable table;
  private final NavigableMap<Long, List<Cell>> cells = new TreeMap<>();

  ActivityIndex(ConnectionTable table) {
    this.table = table;
    Map<Look, Rows> rows = new HashMap<>();
    for (int row = 0; row < table.size(); row++) {
      rows.computeIfAbsent(look(row), look -> new Rows()).add(row);
    }
    rows.forEach(
        (look, alike) ->
            cells.computeIfAbsent(look.minute, at -> new ArrayList<>(4)).add(cell(look, alike)));
  }

  private Look look(int row) {
    return new Look(
        table.series(table.seriesOf(row)).hub(),
        Math.floorDiv(table.millis(row), MINUTE) * MINUTE,
        table.operation(row),
        table.signal(row));
  }

  private Cell cell(Look look, Rows alike) {
    int[] rows = alike.toArray();
    long complete = Arrays.stream(rows).mapToLong(table::ingested).max().orElseThrow();
    return new Cell(look, rows, complete, count(look, rows, row -> true).orElseThrow());
  }

  List<ActivityCount> counts(Window time, Instant asOf) {
    long start = time.start().toEpochMilli();
    long end = time.end().toEpochMilli();
    long now = asOf.toEpochMilli();
    List<ActivityCount> counts = new ArrayList<>();
    for (List<Cell> minute : cells.subMap(start - MINUTE, false, end, false).values()) {
      for (Cell cell : minute) {
        if (cell.look.minute >= start && cell.look.minute + MINUTE <= end && cell.complete < now) {
          counts.add(cell.whole);
        } else {
          IntPredicate seen =
              row ->
                  table.visible(row, now) && table.millis(row) >= start && table.millis(row) < end;
          count(cell.look, cell.rows, seen).ifPresent(counts::add);
        }
      }
    }
    return counts;
  }

  private Optional<ActivityCount> count(Look look, int[] rows, IntPredicate seen) {
    int[] counted = Arrays.stream(rows).filter(seen).toArray();
    if (counted.length == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new ActivityCount(
            look.hub,
            Instant.ofEpochMilli(look.minute),
            look.operation,
            look.signal,
            counted.length,
            Arrays.stream(counted).map(table::seriesOf).distinct().count(),
            Instant.ofEpochMilli(
                Arrays.stream(counted).mapToLong(table::millis).max().orElseThrow())));
  }

  /** What rows of one cell share. */
  private record Look(Hub hub, long minute, Operation operation, Signal signal) {}

  /** Rows that look alike. */
  private static final class Cell {
    private final Look look;
    private final int[] rows;
    private final long complete;
    private final ActivityCount whole;

    /**
     * Keeps the array.
     *
     * @param complete when the last of the rows was ingested
     * @param whole the count of all of them
     */
    Cell(Look look, int[] rows, long complete, ActivityCount whole) {
      this.look = look;
      this.rows = rows;
      this.complete = complete;
      this.whole = whole;
    }
  }

  /** A growing list of row numbers. */
  private static final class Rows {
    private int[] rows = new int[2];
    private int size;

    void add(int row) {
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, size * 2);
      }
      rows[size++] = row;
    }

    int[] toArray() {
      return Arrays.copyOf(rows, size);
    }
  }
}
