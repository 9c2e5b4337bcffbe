package io.hubtriage.sweep;

import io.hubtriage.diagnose.Lives;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Incident;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Evidence.Finding;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes the day of a hub up. */
final class Digests {
  /** Sessions shorter than this leave room for a longer token life. */
  private static final Duration SHORT_LIFE = Duration.ofHours(2);

  /** Rows that make a longer life worth the trouble. */
  private static final long MANY_ROWS = 100;

  private Digests() {}

  /**
   * The digest of one day.
   *
   * @param incidents of the hub, open and resolved
   */
  static Notice digest(
      Hub hub, Window day, DayTally tally, Lives lives, List<Incident> incidents, Instant now) {
    List<Facts.Life> learned = new ArrayList<>();
    lives
        .learned()
        .forEach(
            (cohort, all) ->
                all.forEach(
                    life -> {
                      Duration middle = life.band().from().plus(life.band().to()).dividedBy(2);
                      learned.add(new Facts.Life(cohort, middle, life.sessions()));
                    }));
    learned.sort(Comparator.comparingLong(Facts.Life::sessions).reversed());
    Facts.Coverage coverage =
        new Facts.Coverage(tally.newestRow(), tally.minutesWithRows(), day.length().toMinutes());
    Facts.OfDigest facts =
        new Facts.OfDigest(
            hub,
            day,
            tally.rows(),
            lines(incidents, day),
            learned,
            coverage,
            advice(tally, learned));
    return new Notice(id(hub, day), NoticeKind.DIGEST, now, facts);
  }

  /**
   * The same for the same hub and day, so that a digest sent twice is recognised. With the hour:
   * where clocks change, two days may end on one date of UTC.
   */
  private static String id(Hub hub, Window day) {
    String name = hub.name().replaceAll("[^a-z0-9-]", "-");
    return "digest-" + name + "-" + day.end().toString().substring(0, 16).replace(":", "");
  }

  private static List<Facts.Line> lines(List<Incident> incidents, Window day) {
    return incidents.stream()
        .filter(i -> i.openedAt().isBefore(day.end()))
        .filter(i -> i.resolvedAt().map(at -> at.isAfter(day.start())).orElse(true))
        .sorted(Comparator.comparing(Incident::openedAt).reversed().thenComparing(Incident::id))
        .map(
            i ->
                new Facts.Line(
                    i.id(),
                    i.open() ? NoticeKind.OPENED : NoticeKind.RESOLVED,
                    i.cause(),
                    i.severity(),
                    i.impact(),
                    i.open() ? i.roster().count() : i.roster().peak(),
                    i.openedAt(),
                    i.resolvedAt()))
        .toList();
  }

  private static List<Finding> advice(DayTally tally, List<Facts.Life> lives) {
    long renewals = tally.rows().getOrDefault(Cause.SAS_TOKEN_RENEWAL, 0L);
    return lives.stream()
        .filter(life -> life.session().compareTo(SHORT_LIFE) < 0 && renewals >= MANY_ROWS)
        .limit(1)
        .map(
            life ->
                Finding.of(
                    "advice-longer-life",
                    "cohort",
                    life.cohort().sdk(),
                    "life",
                    life.session(),
                    "rows",
                    renewals))
        .toList();
  }
}
