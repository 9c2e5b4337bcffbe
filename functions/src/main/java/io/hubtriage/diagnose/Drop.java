package io.hubtriage.diagnose;

import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;

/**
 * A disconnect or error row as a cause sees it: with what came before and after it on the same
 * device.
 *
 * @param row index in the timeline
 * @param at milliseconds since the epoch
 * @param network masked address the device was at: of the row, else of its last connect; may be
 *     {@code ""}
 * @param start how the length of the session that ended is known
 * @param session milliseconds the session lasted; 0 where {@code start} is {@link Start#UNSEEN}
 * @param gap milliseconds since the previous drop of the device; {@link Long#MAX_VALUE} for the
 *     first
 * @param reconnect how long until the next successful connect
 * @param reconnectMillis the same in milliseconds; -1 if it was not seen
 */
record Drop(
    int row,
    long at,
    Operation operation,
    Signal signal,
    String network,
    Start start,
    long session,
    long gap,
    Reconnect reconnect,
    long reconnectMillis) {

  /** How the beginning of the session is known. */
  enum Start {
    /** The row before is a successful connect. */
    CONNECT,
    /**
     * The row before is another drop of an earlier session: the connect between got lost, and came
     * soon after it.
     */
    LOST_CONNECT,
    /**
     * The row belongs to the same break as the drop before it: a second error, a failed connect.
     */
    SAME_BREAK,
    /** There is nothing before it in the look-back. */
    UNSEEN
  }

  /** Whether this is a further row of a break that already began. */
  boolean continuesBreak() {
    return start == Start.SAME_BREAK;
  }

  /** Hours of {@code millis}. */
  static double hours(long millis) {
    return millis / 3_600_000.0;
  }
}
