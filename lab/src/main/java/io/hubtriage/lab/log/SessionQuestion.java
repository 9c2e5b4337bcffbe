package io.hubtriage.lab.log;

import io.hubtriage.model.Cohort;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Signal;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectionLog.Ending;
import io.hubtriage.sweep.ConnectionLog.Reconnect;
import io.hubtriage.sweep.ConnectionLog.SessionCount;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Question two. A session is the newest successful connect before a disconnect or error row, up to
 * the first such row; a connect whose end was lost, because another connect follows it, is none.
 * The session's cohort is that of its own connect.
 */
final class SessionQuestion {
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private final ConnectionTable table;
  private final Window time;
  private final long lookBack;
  private final long asOf;

  SessionQuestion(ConnectionTable table, Window time, Duration lookBack, Instant asOf) {
    this.table = table;
    this.time = time;
    this.lookBack = lookBack.toMillis();
    this.asOf = asOf.toEpochMilli();
  }

  List<SessionCount> ask(DropIndex byTime) {
    Map<Look, Tally> tallies = new HashMap<>();
    byTime
        .between(time.start().toEpochMilli(), time.end().toEpochMilli())
        .filter(row -> table.visible(row, asOf))
        .forEach(row -> tally(row, tallies));
    return tallies.entrySet().stream().map(e -> e.getValue().count(e.getKey())).toList();
  }

  private void tally(int end, Map<Look, Tally> tallies) {
    int connect = table.connectBefore(end, asOf);
    if (connect < 0 || table.millis(end) - table.millis(connect) > lookBack) {
      return;
    }
    for (int row = end - 1; row > connect; row--) {
      if (!table.connected(row) && table.visible(row, asOf)) {
        return; // ended before
      }
    }
    int series = table.seriesOf(end);
    int next = table.connectAfter(end, asOf);
    Look look =
        new Look(
            table.series(series).hub(),
            table.client(connect).cohort(),
            (int) ((table.millis(end) - table.millis(connect)) / MINUTE),
            ending(end, next < 0 ? table.end(series, asOf) : next),
            reconnect(end, next));
    tallies.computeIfAbsent(look, l -> new Tally()).add(series);
  }

  private Ending ending(int end, int next) {
    Ending ending = Ending.QUIET;
    for (int row = end; row < next; row++) {
      if (!table.connected(row) && table.visible(row, asOf)) {
        Ending told = ending(table.signal(row));
        ending = told.compareTo(ending) < 0 ? told : ending;
      }
    }
    return ending;
  }

  private static Ending ending(Signal signal) {
    return switch (signal) {
      case NONE -> Ending.QUIET;
      case CLOSED_REMOTELY -> Ending.CLOSED;
      case UNAUTHORIZED -> Ending.REFUSED;
      default -> Ending.OTHER;
    };
  }

  private Reconnect reconnect(int end, int next) {
    if (next < 0) {
      return Reconnect.NOT_YET;
    }
    return table.millis(next) - table.millis(end) <= MINUTE
        ? Reconnect.WITHIN_MINUTE
        : Reconnect.LATER;
  }

  /** What sessions of one count share. */
  private record Look(Hub hub, Cohort cohort, int minutes, Ending ending, Reconnect reconnect) {}

  /** Sessions that look alike, so far. */
  private static final class Tally {
    private final Set<Integer> devices = new HashSet<>();
    private long sessions;

    void add(int series) {
      devices.add(series);
      sessions++;
    }

    SessionCount count(Look look) {
      return new SessionCount(
          look.hub,
          look.cohort,
          look.minutes,
          look.ending,
          look.reconnect,
          sessions,
          devices.size());
    }
  }
}
