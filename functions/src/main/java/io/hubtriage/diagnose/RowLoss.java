package io.hubtriage.diagnose;

import io.hubtriage.model.Operation;
import io.hubtriage.model.Timeline;
import java.util.Collection;

/**
 * How many rows the log lacks. Two disconnects with no connect between them tell of a connect row
 * that got lost: diagnostic logs are delivered as well as the platform can, and no better.
 */
final class RowLoss {
  /** Before anything is known. */
  static final double USUAL = 0.05;

  /** How many connects the usual is believed like. */
  private static final double WEIGHT = 40;

  private static final double MOST = 0.3;

  private RowLoss() {}

  /** The share of connect rows that is missing from these timelines, 0 to 1. */
  static double in(Collection<Timeline> timelines) {
    double lost = USUAL * WEIGHT;
    double all = WEIGHT;
    for (Timeline timeline : timelines) {
      for (int i = 1; i < timeline.size(); i++) {
        boolean ends = timeline.operation(i) == Operation.DISCONNECT;
        if (ends && timeline.isConnect(i - 1)) {
          all++;
        } else if (ends && timeline.millis(i) - timeline.millis(i - 1) > Drops.PAIR_MILLIS) {
          all++;
          lost++;
        }
      }
    }
    return Math.min(MOST, lost / all);
  }
}
