package io.hubtriage.sweep;

import io.hubtriage.model.Cause;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a day of a hub amounts to so far. Only rows old enough to be settled are counted, each
 * minute of them once.
 *
 * @param rows distinct disconnect and error rows by cause
 * @param minutesWithRows minutes that had any row at all
 * @param newestRow the newest row counted
 */
public record DayTally(Map<Cause, Long> rows, long minutesWithRows, Optional<Instant> newestRow) {
  /** Nothing yet. */
  public static final DayTally EMPTY = new DayTally(Map.of(), 0, Optional.empty());

  /** Copies the map. */
  public DayTally {
    rows = Map.copyOf(rows);
  }

  /** Both together; of disjoint minutes. */
  DayTally plus(DayTally other) {
    Map<Cause, Long> sum = new EnumMap<>(Cause.class);
    sum.putAll(rows);
    other.rows.forEach((cause, count) -> sum.merge(cause, count, Long::sum));
    Optional<Instant> newest =
        newestRow
            .filter(mine -> other.newestRow.map(mine::isAfter).orElse(true))
            .or(() -> other.newestRow);
    return new DayTally(sum, minutesWithRows + other.minutesWithRows, newest);
  }
}
