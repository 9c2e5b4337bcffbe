package io.hubtriage.lab.simulate;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * Sorts millions of things by time without moving them: counted into minutes first, then sorted
 * inside each. Equal times keep their order.
 */
final class TimeOrder {
  private TimeOrder() {}

  /** The numbers 0 to {@code size - 1} by ascending time. */
  static int[] of(int size, IntToLongFunction ticks) {
    if (size == 0) {
      return new int[0];
    }
    long earliest = Long.MAX_VALUE;
    long latest = Long.MIN_VALUE;
    for (int i = 0; i < size; i++) {
      earliest = Math.min(earliest, ticks.applyAsLong(i));
      latest = Math.max(latest, ticks.applyAsLong(i));
    }
    int[] ends = new int[(int) ((latest - earliest) / Ticks.MINUTE) + 1];
    for (int i = 0; i < size; i++) {
      ends[(int) ((ticks.applyAsLong(i) - earliest) / Ticks.MINUTE)]++;
    }
    for (int minute = 1; minute < ends.length; minute++) {
      ends[minute] += ends[minute - 1];
    }
    int[] order = new int[size];
    int[] starts = ends.clone();
    for (int i = size - 1; i >= 0; i--) {
      order[--starts[(int) ((ticks.applyAsLong(i) - earliest) / Ticks.MINUTE)]] = i;
    }
    for (int minute = 0; minute < ends.length; minute++) {
      sortMinute(order, starts[minute], ends[minute], ticks, earliest + minute * Ticks.MINUTE);
    }
    return order;
  }

  /** A minute has 26 bits of microseconds, an index 31: both fit in one long. */
  private static void sortMinute(
      int[] order, int from, int to, IntToLongFunction ticks, long minute) {
    long[] keys = new long[to - from];
    for (int i = from; i < to; i++) {
      keys[i - from] = (ticks.applyAsLong(order[i]) - minute) << 32 | order[i];
    }
    Arrays.sort(keys);
    for (int i = from; i < to; i++) {
      order[i] = (int) keys[i - from];
    }
  }
}
