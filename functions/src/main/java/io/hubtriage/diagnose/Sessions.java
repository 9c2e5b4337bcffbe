package io.hubtriage.diagnose;

import io.hubtriage.model.Signal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The lengths, in milliseconds, of a device's whole sessions that ended in a way a renewal can end
 * one: connect seen, end without another error than 404104 or 401003.
 */
final class Sessions {
  private final long[] lengths;
  private final long[] renewing;

  private Sessions(LongStream lengths, LongStream renewing) {
    this.lengths = lengths.sorted().toArray();
    this.renewing = renewing.sorted().toArray();
  }

  static Sessions of(List<Drop> drops) {
    LongStream.Builder lengths = LongStream.builder();
    LongStream.Builder renewing = LongStream.builder();
    for (Drop drop : drops) {
      if (plain(drop.signal()) && drop.start() == Drop.Start.CONNECT) {
        lengths.add(drop.session());
        if (drop.signal() != Signal.CLOSED_REMOTELY) {
          renewing.add(drop.session());
        }
      }
    }
    return new Sessions(lengths.build(), renewing.build());
  }

  /** The sessions of at least so many milliseconds, shortest first. */
  long[] from(long shortest) {
    return Arrays.copyOfRange(lengths, Sorted.firstAt(lengths, shortest), lengths.length);
  }

  /** How many lie in {@code [from, to)} milliseconds. */
  int within(long from, long to) {
    return Sorted.within(lengths, from, to);
  }

  /**
   * How many of those that ended as only renewals do, informational or with 401003, lie in {@code
   * [from, to)} milliseconds.
   */
  int renewingWithin(long from, long to) {
    return Sorted.within(renewing, from, to);
  }

  /** Whether a signal can end a renewed session. */
  private static boolean plain(Signal signal) {
    return signal == Signal.NONE
        || signal == Signal.CLOSED_REMOTELY
        || signal == Signal.UNAUTHORIZED;
  }
}
