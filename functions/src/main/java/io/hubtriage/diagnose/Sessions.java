package io.hubtriage.diagnose;

import io.hubtriage.model.Signal;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole sessions of a device that ended in a way a renewal can end one: connect seen, end
 * without another error than 404104 or 401003.
 *
 * @param lengths milliseconds, in the order they happened
 */
record Sessions(List<Long> lengths) {
  Sessions {
    lengths = List.copyOf(lengths);
  }

  static Sessions of(List<Drop> drops) {
    List<Long> lengths = new ArrayList<>();
    for (Drop drop : drops) {
      if (plain(drop.signal()) && drop.start() == Drop.Start.CONNECT) {
        lengths.add(drop.session());
      }
    }
    return new Sessions(lengths);
  }

  /** How many lie in {@code [from, to)} milliseconds. */
  int within(long from, long to) {
    int count = 0;
    for (long length : lengths) {
      count += length >= from && length < to ? 1 : 0;
    }
    return count;
  }

  /** Whether a signal can end a renewed session. */
  private static boolean plain(Signal signal) {
    return signal == Signal.NONE
        || signal == Signal.CLOSED_REMOTELY
        || signal == Signal.UNAUTHORIZED;
  }
}
