package io.hubtriage.diagnose;

import io.hubtriage.model.Signal;
import java.util.List;

/**
 * What makes refused credentials a failure: they are refused again, or the device stays away. One
 * 401003 alone is what a renewal leaves behind too.
 */
final class Refusals {
  /** Two rows closer than this are one attempt. */
  private static final long ONE_ATTEMPT = 20_000;

  /** Refused clients try again sooner than this, most of them. */
  static final long RETRIES = 1_800_000;

  private Refusals() {}

  /** Whether the row at {@code i} belongs to refusals without a connect in between. */
  static boolean proven(List<Drop> drops, int i) {
    Drop drop = drops.get(i);
    boolean away = drop.reconnect() == Reconnect.NEVER || drop.reconnect() == Reconnect.LONG;
    return away || repeated(drops, i, -1) || repeated(drops, i, 1);
  }

  private static boolean repeated(List<Drop> drops, int i, int step) {
    for (int j = i; ; ) {
      int later = step > 0 ? j + 1 : j;
      j += step;
      if (j < 0 || j >= drops.size() || !goesOn(drops.get(later))) {
        return false;
      }
      boolean refused = drops.get(j).signal() == Signal.UNAUTHORIZED;
      if (refused && Math.abs(drops.get(j).at() - drops.get(i).at()) >= ONE_ATTEMPT) {
        return true;
      }
    }
  }

  /** A 401003 may be logged on a disconnect row, so it is the connects that part two breaks. */
  private static boolean goesOn(Drop later) {
    return later.start() != Drop.Start.CONNECT && later.gap() <= RETRIES;
  }
}
