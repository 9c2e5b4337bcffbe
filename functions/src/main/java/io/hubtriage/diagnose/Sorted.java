package io.hubtriage.diagnose;

import java.util.function.IntToLongFunction;

/** Looks things up in ascending order. */
final class Sorted {
  private Sorted() {}

  /** How many of the numbers lie in {@code [from, to)}; 0 where that is empty. */
  static int within(long[] ascending, long from, long to) {
    return Math.max(0, firstAt(ascending, to) - firstAt(ascending, from));
  }

  /** Where the first number stands that is at least {@code least}; the length if there is none. */
  static int firstAt(long[] ascending, long least) {
    return firstAt(ascending.length, i -> ascending[i], least);
  }

  /**
   * Where the first number stands that is at least {@code least}; {@code size} if there is none.
   *
   * @param numbers by place, from 0 to before {@code size}, ascending
   */
  static int firstAt(int size, IntToLongFunction numbers, long least) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (numbers.applyAsLong(middle) < least) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
