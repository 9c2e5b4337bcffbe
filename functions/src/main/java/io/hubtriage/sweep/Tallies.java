package io.hubtriage.sweep;

import io.hubtriage.model.Attribution;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectionLog.ActivityCount;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts the rows of a settled span by cause: those of the timelines by their verdict, all others
 * as the renewals that kept them out of the timelines.
 */
final class Tallies {
  private static final Duration UNIT = Duration.ofMinutes(5);

  private final DigestSchedule schedule;

  Tallies(DigestSchedule schedule) {
    this.schedule = schedule;
  }

  /** Up to when rows are settled: whole bins, so that a sweep that comes late tallies the same. */
  static Instant settled(Instant now, SweepPlan plan) {
    return Learning.floor(now.minus(plan.settle()), UNIT);
  }

  /** The tallies of a hub's days that a span touches, by the day's start. */
  Map<Instant, DayTally> of(
      Hub hub, Window span, List<ActivityCount> activity, List<Attribution> attributions) {
    Map<Instant, Map<Cause, Long>> rows = new TreeMap<>();
    Map<Instant, Set<Instant>> minutes = new HashMap<>();
    Map<Instant, Instant> newest = new HashMap<>();
    for (ActivityCount count : activity) {
      if (!count.hub().equals(hub) || !span.contains(count.minute())) {
        continue;
      }
      Instant day = schedule.dayOf(count.minute()).start();
      minutes.computeIfAbsent(day, d -> new HashSet<>()).add(count.minute());
      newest.merge(day, count.newest(), (a, b) -> a.isAfter(b) ? a : b);
      if (count.operation() == Operation.DISCONNECT || count.signal().isError()) {
        add(rows, day, Cause.SAS_TOKEN_RENEWAL, count.rows());
      }
    }
    for (Attribution attribution : attributions) {
      if (span.contains(attribution.time())) {
        Instant day = schedule.dayOf(attribution.time()).start();
        add(rows, day, attribution.cause(), 1);
        add(rows, day, Cause.SAS_TOKEN_RENEWAL, -1);
      }
    }
    Map<Instant, DayTally> tallies = new TreeMap<>();
    minutes.forEach(
        (day, seen) ->
            tallies.put(
                day,
                new DayTally(
                    positive(rows.getOrDefault(day, Map.of())),
                    seen.size(),
                    Optional.ofNullable(newest.get(day)))));
    return tallies;
  }

  private static void add(
      Map<Instant, Map<Cause, Long>> rows, Instant day, Cause cause, long count) {
    rows.computeIfAbsent(day, d -> new EnumMap<>(Cause.class)).merge(cause, count, Long::sum);
  }

  private static Map<Cause, Long> positive(Map<Cause, Long> counts) {
    Map<Cause, Long> some = new EnumMap<>(Cause.class);
    counts.forEach(
        (cause, count) -> {
          if (count > 0) {
            some.put(cause, count);
          }
        });
    return some;
  }
}
