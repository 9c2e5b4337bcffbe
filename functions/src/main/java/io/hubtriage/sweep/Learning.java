package io.hubtriage.sweep;

import io.hubtriage.diagnose.LifeLearner;
import io.hubtriage.diagnose.Lives;
import io.hubtriage.diagnose.SessionHistogram;
import io.hubtriage.diagnose.SessionHistogram.Bin;
import io.hubtriage.model.Band;
import io.hubtriage.model.Cohort;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectionLog.Ending;
import io.hubtriage.sweep.ConnectionLog.SessionCount;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the sessions up to a moment teach of token lives. Sessions are learned for good once their
 * rows have settled, in whole spans, each session once; those of the last span are looked at afresh
 * every time, as long as little is known.
 *
 * @param folded per hub, for good
 * @param foldedUpTo until when
 * @param lives per hub, from all of it
 */
record Learning(
    Map<Hub, SessionHistogram> folded,
    Instant foldedUpTo,
    Map<Hub, Lives> lives,
    Map<Hub, Map<Cohort, List<Band>>> bands) {

  /** Sessions after which another hour's worth changes little: half a day of a hundred devices. */
  private static final double ENOUGH = 1_000;

  static Learning of(ConnectionLog log, Memory memory, SweepPlan plan, Instant now) {
    Map<Hub, SessionHistogram> folded = new TreeMap<>();
    memory.hubs().forEach((hub, known) -> folded.put(hub, known.sessions()));
    Instant foldable = floor(now.minus(plan.settle()), plan.fold());
    // What ended longer ago than sessions count is not asked for: after a pause, mostly.
    Instant forgotten = foldable.minus(plan.memory());
    Instant upTo = memory.foldedUpTo().isBefore(forgotten) ? forgotten : memory.foldedUpTo();
    if (foldable.isAfter(upTo)) {
      Window span = new Window(upTo, foldable);
      double kept = kept(span.length(), plan.memory());
      folded.replaceAll((hub, known) -> known.faded(kept));
      add(folded, log.sessions(span, plan.lookBack(), now));
      upTo = foldable;
    }
    Map<Hub, SessionHistogram> all = new TreeMap<>(folded);
    if (now.isAfter(upTo) && young(folded)) {
      add(all, log.sessions(new Window(upTo, now), plan.lookBack(), now));
    }
    Map<Hub, Lives> lives = new TreeMap<>();
    Map<Hub, Map<Cohort, List<Band>>> bands = new TreeMap<>();
    all.forEach(
        (hub, histogram) -> {
          Lives learned = LifeLearner.learn(histogram);
          lives.put(hub, learned);
          bands.put(hub, learned.bands(histogram.cohorts().keySet()));
        });
    return new Learning(folded, upTo, lives, bands);
  }

  Lives lives(Hub hub) {
    return lives.getOrDefault(hub, Lives.NONE);
  }

  /**
   * Whether so little was learned that the sessions of the last hour matter. Later they do not, and
   * the question, which has to look back a day for every session's connect, is asked once an hour.
   */
  private static boolean young(Map<Hub, SessionHistogram> folded) {
    double sessions = 0;
    for (SessionHistogram histogram : folded.values()) {
      for (Map<Integer, Bin> bins : histogram.cohorts().values()) {
        for (Bin bin : bins.values()) {
          sessions += bin.sessions();
        }
      }
    }
    return sessions < ENOUGH;
  }

  private static double kept(Duration span, Duration memory) {
    return Math.max(0, 1 - (double) span.toMillis() / memory.toMillis());
  }

  private static void add(Map<Hub, SessionHistogram> to, List<SessionCount> counts) {
    Map<Hub, Map<Cohort, Map<Integer, Bin>>> bins = new HashMap<>();
    for (SessionCount count : counts) {
      if (count.ending() == Ending.OTHER) {
        continue;
      }
      double renewing = count.ending() == Ending.CLOSED ? 0 : count.sessions();
      bins.computeIfAbsent(count.hub(), h -> new HashMap<>())
          .computeIfAbsent(count.cohort(), c -> new HashMap<>())
          .merge(
              count.minutes(),
              new Bin(count.sessions(), count.devices(), renewing),
              (a, b) ->
                  new Bin(
                      a.sessions() + b.sessions(),
                      Math.max(a.devices(), b.devices()),
                      a.renewing() + b.renewing()));
    }
    bins.forEach(
        (hub, cohorts) -> to.merge(hub, new SessionHistogram(cohorts), SessionHistogram::plus));
  }

  static Instant floor(Instant at, Duration unit) {
    long size = unit.toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), size) * size);
  }
}
