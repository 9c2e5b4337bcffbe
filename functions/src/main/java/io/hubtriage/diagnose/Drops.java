package io.hubtriage.diagnose;

import io.hubtriage.model.Operation;
import io.hubtriage.model.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/** Cuts a timeline into {@link Drop}s. */
final class Drops {
  /**
   * Two rows of one break with a disconnect as the second lie closer than this: 401003, then
   * 404104.
   */
  static final long PAIR_MILLIS = 10_000;

  /** Refused clients try again sooner than this, most of them. */
  private static final long RETRY_MILLIS = 1_200_000;

  private final Timeline timeline;
  private final long settledBefore;
  private final LongPredicate connectedSince;
  private final long[] nextConnect;
  private final boolean[] lostConnect;

  private Drops(Timeline timeline, long settledBefore, LongPredicate connectedSince) {
    this.connectedSince = connectedSince;
    this.timeline = timeline;
    this.settledBefore = settledBefore;
    this.nextConnect = nextConnects(timeline);
    this.lostConnect = lostConnects(timeline);
  }

  /**
   * The drops of a timeline, oldest first.
   *
   * @param settledBefore milliseconds since the epoch; what is not in the log of times before it
   *     never will be
   * @param connectedSince whether events saw the device connected at a time or later, in the same
   *     unit: its connect is then missing from the log, not absent
   */
  static List<Drop> of(Timeline timeline, long settledBefore, LongPredicate connectedSince) {
    return new Drops(timeline, settledBefore, connectedSince).cut();
  }

  private List<Drop> cut() {
    List<Drop> drops = new ArrayList<>();
    long connectedAt = -1;
    Drop last = null;
    String network = "";
    for (int i = 0; i < timeline.size(); i++) {
      if (!timeline.network(i).isEmpty()) {
        network = timeline.network(i);
      }
      if (timeline.isConnect(i)) {
        connectedAt = timeline.millis(i);
        continue;
      }
      long at = timeline.millis(i);
      long gap = last == null ? Long.MAX_VALUE : at - last.at();
      Drop.Start start = start(i, connectedAt, last, gap);
      long session =
          switch (start) {
            case CONNECT -> at - connectedAt;
            case LOST_CONNECT -> gap;
            case SAME_BREAK -> last == null ? 0 : last.session();
            case UNSEEN -> 0;
          };
      long back = nextConnect[i] < 0 ? -1 : nextConnect[i] - at;
      last =
          new Drop(
              i,
              at,
              timeline.operation(i),
              timeline.signal(i),
              network,
              start,
              session,
              gap,
              reconnect(i, back),
              back);
      drops.add(last);
    }
    return drops;
  }

  private Drop.Start start(
      int i, long connectedAt, @org.jspecify.annotations.Nullable Drop last, long gap) {
    if (last == null) {
      return connectedAt < 0 ? Drop.Start.UNSEEN : Drop.Start.CONNECT;
    }
    if (connectedAt >= last.at()) {
      return Drop.Start.CONNECT;
    }
    boolean retry = timeline.operation(i) == Operation.CONNECT && gap <= RETRY_MILLIS;
    return retry || gap <= PAIR_MILLIS ? Drop.Start.SAME_BREAK : Drop.Start.LOST_CONNECT;
  }

  private Reconnect reconnect(int i, long back) {
    if (back >= 0) {
      return lostConnect[i] ? Reconnect.OPEN : Reconnect.after(back);
    }
    long at = timeline.millis(i);
    if (lostConnect[i] || at >= settledBefore || connectedSince.test(at)) {
      return Reconnect.OPEN;
    }
    return Reconnect.NEVER;
  }

  /**
   * Per row: whether a disconnect of a later session follows before any connect, so that a connect
   * row got lost.
   */
  private static boolean[] lostConnects(Timeline timeline) {
    boolean[] lost = new boolean[timeline.size()];
    for (int i = timeline.size() - 2; i >= 0; i--) {
      int next = i + 1;
      if (timeline.isConnect(next)) {
        continue;
      }
      long gap = timeline.millis(next) - timeline.millis(i);
      boolean session = timeline.operation(next) == Operation.DISCONNECT && gap > PAIR_MILLIS;
      lost[i] = session || gap > RETRY_MILLIS || lost[next];
    }
    return lost;
  }

  private static long[] nextConnects(Timeline timeline) {
    long[] next = new long[timeline.size()];
    long seen = -1;
    for (int i = timeline.size() - 1; i >= 0; i--) {
      next[i] = seen;
      if (timeline.isConnect(i)) {
        seen = timeline.millis(i);
      }
    }
    return next;
  }
}
