package io.hubtriage.lab.accuracy;

import io.hubtriage.lab.accuracy.Condition.Axis;
import io.hubtriage.lab.score.Accuracy;
import io.hubtriage.lab.score.CauseScore;
import io.hubtriage.lab.score.Score;
import io.hubtriage.model.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The tables of the document. */
final class Tables {
  private static final CauseScore NONE = new CauseScore(0, 0, 0, 0);
  private static final double WIDE_DAYS = 30;

  private final Study study;

  Tables(Study study) {
    this.study = study;
  }

  /** All methods on the reference. */
  String sideBySide() {
    Table table = new Table(heads(""));
    line(table, "macro F1, last verdict (lowest to highest seed)", p -> macro(p, Accuracy::cause));
    line(table, "macro F1, first verdict", p -> macro(p, Accuracy::firstCause));
    line(table, "harmless rows alerted", p -> Table.percent(last(p).benignAlertedShare()));
    line(table, "the same, first verdict", p -> Table.percent(first(p).benignAlertedShare()));
    line(table, "actionable rows missed", p -> Table.percent(last(p).actionableMissedShare()));
    line(table, "the same, first verdict", p -> Table.percent(first(p).actionableMissedShare()));
    line(table, "rows left unknown", p -> Table.percent(last(p).unknownShare()));
    line(
        table,
        "messages per 1,000 device-days",
        p -> Table.rate(p.whole().perThousandDeviceDays(p.whole().alerts())));
    line(
        table,
        "**false** messages per 1,000 device-days",
        p -> Table.rate(p.whole().perThousandDeviceDays(p.whole().falseAlerts())));
    line(
        table,
        "devices wrongly named per 1,000 device-days",
        p -> Table.rate(p.whole().perThousandDeviceDays(p.whole().wronglyNamed())));
    line(table, "time to diagnosis, median", p -> minutes(Delays.of(p.whole().troubles()), 0.5));
    line(
        table,
        "troubles diagnosed by a first verdict",
        p -> Table.percent(Delays.of(p.whole().troubles()).diagnosed()));
    return table.markdown();
  }

  /** HubTriage cause by cause, and the others' F1. */
  String causes() {
    Table table =
        new Table(
            "cause",
            "rows",
            "precision",
            "recall",
            "F1 (lowest to highest seed)",
            "F1, first verdict",
            "F1, code table",
            "F1, fixed thresholds",
            "F1, beacon + z");
    Pool ours = pool(Method.HUBTRIAGE);
    for (Cause cause : last(ours).causes().keySet()) {
      CauseScore score = of(last(ours), cause);
      table.row(
          List.of(
              "`" + cause.code() + "`",
              Table.count(score.rows()),
              Table.figure(score.precision()),
              Table.figure(score.recall()),
              Table.figure(ours.where(has(cause)).spread(a -> of(a.cause(), cause).f1())),
              Table.figure(of(first(ours), cause).f1()),
              Table.figure(of(last(pool(Method.CODE_TABLE)), cause).f1()),
              Table.figure(of(last(pool(Method.FIXED_THRESHOLDS)), cause).f1()),
              Table.figure(of(last(pool(Method.BEACON_AND_SPIKE)), cause).f1())));
    }
    return table.markdown();
  }

  /** What was taken for what: true causes down, given ones across. */
  String confusion(Function<Accuracy, Score> verdict) {
    Score score = verdict.apply(pool(Method.HUBTRIAGE).whole().accuracy());
    List<Cause> given = List.copyOf(score.confusion().given());
    List<String> heads = new ArrayList<>(List.of("true cause"));
    given.forEach(cause -> heads.add(cause.code()));
    Table table = new Table(heads.toArray(String[]::new));
    for (Cause truth : score.confusion().truths()) {
      List<String> cells = new ArrayList<>(List.of("`" + truth.code() + "`"));
      for (Cause cause : given) {
        long count = score.confusion().count(truth, cause);
        String text = count == 0 ? "" : Table.count(count);
        cells.add(truth == cause ? "**" + text + "**" : text);
      }
      table.row(cells);
    }
    return table.markdown();
  }

  /**
   * How figures change along an axis, the reference among its values.
   *
   * @param unit renders a value of the axis
   */
  String along(Axis axis, String head, Function<Double, String> unit) {
    Table table =
        new Table(
            head,
            "macro F1 (lowest to highest seed)",
            "first verdict",
            "harmless rows alerted",
            "actionable rows missed",
            "false messages per 1,000 device-days",
            "code table",
            "fixed thresholds",
            "beacon + z");
    for (Condition condition : Series.along(axis, study)) {
      Pool ours = study.pool(condition, Method.HUBTRIAGE);
      table.row(
          List.of(
              unit.apply(Series.value(axis, condition, study.extent())),
              Table.figure(ours.spread(a -> a.cause().macroF1())),
              Table.figure(first(ours).macroF1()),
              Table.percent(last(ours).benignAlertedShare()),
              Table.percent(last(ours).actionableMissedShare()),
              Table.rate(ours.whole().perThousandDeviceDays(ours.whole().falseAlerts())),
              Table.figure(last(study.pool(condition, Method.CODE_TABLE)).macroF1()),
              Table.figure(last(study.pool(condition, Method.FIXED_THRESHOLDS)).macroF1()),
              Table.figure(last(study.pool(condition, Method.BEACON_AND_SPIKE)).macroF1())));
    }
    return table.markdown();
  }

  /** How long each cause took. */
  String delays() {
    Table table =
        new Table("cause", "troubles", "diagnosed by a first verdict", "median", "9 of 10 within");
    Pool ours = pool(Method.HUBTRIAGE);
    for (Cause cause : last(ours).causes().keySet()) {
      if (Truth.actionable(cause)) {
        Delays delays =
            Delays.of(ours.whole().troubles().stream().filter(t -> t.cause() == cause).toList());
        table.row(
            List.of(
                "`" + cause.code() + "`",
                Table.count(delays.troubles()),
                Table.percent(delays.diagnosed()),
                minutes(delays, 0.5),
                minutes(delays, 0.9)));
      }
    }
    return table.markdown();
  }

  /** What lost rows do to verdicts. */
  String flips() {
    Table table =
        new Table(
            "rows taken away",
            "rows compared",
            "another verdict",
            "another verdict, actionable and wrong");
    study
        .flips()
        .forEach(
            (share, flips) ->
                table.row(
                    List.of(
                        Math.round(share * 100) + " %",
                        Table.count(flips.rows()),
                        Table.percent((double) flips.changed() / Math.max(1, flips.rows())),
                        Table.percent((double) flips.misled() / Math.max(1, flips.rows())))));
    return table.markdown();
  }

  /** Hub-wide and site-wide reports under a condition. */
  String wide(Condition condition) {
    Table table =
        new Table(
            "",
            "hub-days",
            "incidents",
            "found",
            "reports",
            "false reports",
            "false reports per 30 hub-days");
    for (Method method : Method.values()) {
      WideReports wide = study.pool(condition, method).whole().wide();
      table.row(
          List.of(
              method.label(),
              Table.rate(wide.hubDays()),
              Table.count(wide.incidents()),
              Table.count(wide.found()),
              Table.count(wide.reports()),
              Table.count(wide.wrong()),
              Table.rate(wide.wrong() * WIDE_DAYS / wide.hubDays())));
    }
    return table.markdown();
  }

  private void line(Table table, String name, Function<Pool, String> figure) {
    List<String> cells = new ArrayList<>(List.of(name));
    for (Method method : Method.values()) {
      cells.add(figure.apply(pool(method)));
    }
    table.row(cells);
  }

  private static String[] heads(String first) {
    List<String> heads = new ArrayList<>(List.of(first));
    for (Method method : Method.values()) {
      heads.add(method.label());
    }
    return heads.toArray(String[]::new);
  }

  private Pool pool(Method method) {
    return study.pool(Condition.REFERENCE, method);
  }

  private static String macro(Pool pool, Function<Accuracy, Score> verdict) {
    return Table.figure(pool.spread(a -> verdict.apply(a).macroF1()));
  }

  private static Score last(Pool pool) {
    return pool.whole().accuracy().cause();
  }

  private static Score first(Pool pool) {
    return pool.whole().accuracy().firstCause();
  }

  private static CauseScore of(Score score, Cause cause) {
    return score.causes().getOrDefault(cause, NONE);
  }

  /** A log without the cause has no score to tell of it. */
  private static Predicate<Accuracy> has(Cause cause) {
    return a -> a.cause().causes().containsKey(cause);
  }

  private static String minutes(Delays delays, double share) {
    return delays.within(share).map(m -> Table.rate(m) + " min").orElse("-");
  }
}
