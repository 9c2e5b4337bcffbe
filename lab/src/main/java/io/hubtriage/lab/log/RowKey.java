package io.hubtriage.lab.log;

import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;

/**
 * What makes a row of one device distinct, as one long: {@code (milliseconds since the epoch) << 7
 * | connected << 6 | connect << 5 | signal number}. Sorted as numbers, rows stand in order of time,
 * and at the same millisecond disconnects and errors stand before a connect that succeeded: of two
 * rows that close together, the one that ends a session comes first.
 */
final class RowKey {
  private static final int TIME_SHIFT = 7;
  private static final long CONNECTED_BIT = 1L << 6;
  private static final long CONNECT_BIT = 1L << 5;
  private static final long SIGNAL_MASK = CONNECT_BIT - 1;

  private RowKey() {}

  static long of(long millis, Operation operation, Signal signal) {
    boolean connect = operation == Operation.CONNECT;
    return first(millis)
        | (connect && !signal.isError() ? CONNECTED_BIT : 0)
        | (connect ? CONNECT_BIT : 0)
        | signal.number();
  }

  /** No row of this millisecond has a smaller key, no earlier row has one as large. */
  static long first(long millis) {
    return millis << TIME_SHIFT;
  }

  static long millis(long key) {
    return key >> TIME_SHIFT;
  }

  /** Whether the row is a connect that succeeded; all others are disconnects or errors. */
  static boolean connected(long key) {
    return (key & CONNECTED_BIT) != 0;
  }

  static Operation operation(long key) {
    return (key & CONNECT_BIT) == 0 ? Operation.DISCONNECT : Operation.CONNECT;
  }

  static Signal signal(long key) {
    return Signal.numbered((int) (key & SIGNAL_MASK));
  }
}
