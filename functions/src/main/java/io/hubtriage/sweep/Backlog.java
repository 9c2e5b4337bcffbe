package io.hubtriage.sweep;

import io.hubtriage.diagnose.Diagnostician;
import io.hubtriage.diagnose.HubCase;
import io.hubtriage.model.Attribution;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Timeline;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectionLog.TimelineAnswer;
import io.hubtriage.sweep.ConnectionLog.TimelineQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows that settled and are not tallied yet. After a pause the newest rows are judged first, as
 * ever, and told; the tally makes up for the older ones a slice a sweep, so that no question grows
 * with the pause. A slice is judged as it looked at its time: timelines asked now would not reach
 * back to it.
 */
final class Backlog {
  /**
   * Rows of at most so long are tallied at once, since an answer of the log takes 10,000 counts:
   * some ten hubs in a workspace, two hours of them. A day is made up for in an hour.
   */
  static final Duration SLICE = Duration.ofHours(2);

  private final Window slice;
  private final Instant due;

  private Backlog(Window slice, Instant due) {
    this.slice = slice;
    this.due = due;
  }

  /**
   * What is open between these two.
   *
   * @param tallied rows of times before it are tallied
   * @param settled rows of times before it are settled; not before {@code tallied}
   */
  static Backlog of(Instant tallied, Instant settled) {
    Instant most = tallied.plus(SLICE);
    return new Backlog(new Window(tallied, settled.isBefore(most) ? settled : most), settled);
  }

  /** What this sweep tallies. */
  Window slice() {
    return slice;
  }

  /** Whether more is left than this sweep tallies. */
  boolean behind() {
    return slice.end().isBefore(due);
  }

  /**
   * The verdicts on the slice's rows, per hub, as a sweep at its time would have found them.
   *
   * @throws ConnectionLogUnavailableException if the log does not answer
   */
  Map<Hub, List<Attribution>> judge(
      ConnectionLog log,
      ConnectedDevices metric,
      Learning learning,
      Memory before,
      SweepPlan plan) {
    Instant then = slice.end().plus(plan.settle());
    TimelineAnswer answer =
        log.timelines(
            new TimelineQuestion(
                new Window(slice.start(), then),
                plan.lookBack(),
                learning.bands(),
                Map.of(),
                plan.settle(),
                plan.limit(),
                plan.sample()));
    Map<Hub, List<Timeline>> timelines = new HashMap<>();
    answer
        .timelines()
        .forEach(t -> timelines.computeIfAbsent(t.hub(), h -> new ArrayList<>()).add(t));
    Map<Hub, List<Attribution>> verdicts = new HashMap<>();
    timelines.forEach(
        (hub, seen) ->
            verdicts.put(
                hub,
                Diagnostician.diagnose(
                        new HubCase(
                            hub,
                            seen,
                            learning.lives(hub),
                            before.hub(hub).usual(),
                            List.of(),
                            metric.counts(hub, new Window(slice.start(), then)),
                            then,
                            plan.settle(),
                            answer.unexplained().getOrDefault(hub, 0)))
                    .attributions()));
    return verdicts;
  }

  /**
   * Since when rows are judged now. Unless the slice was judged for itself, its rows are among
   * them; and nothing is asked from before the look-back, which no timeline would show.
   *
   * @param usual since when without a pause
   */
  Instant from(Instant usual, Instant now, SweepPlan plan) {
    Instant open = behind() || usual.isBefore(slice.start()) ? usual : slice.start();
    Instant furthest = now.minus(plan.lookBack());
    return open.isBefore(furthest) ? furthest : open;
  }
}
