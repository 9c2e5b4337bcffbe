package io.hubtriage.lab.report;

import io.hubtriage.lab.score.Accuracy;
import io.hubtriage.lab.score.CauseScore;
import io.hubtriage.lab.score.Confusion;
import io.hubtriage.lab.score.Score;
import io.hubtriage.model.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How right the last or the first verdicts were.
 *
 * @param given the causes that were given to any row
 * @param table a line per true cause
 */
record Scores(
    String title,
    String rows,
    String macroF1,
    String alerted,
    String missed,
    String unknown,
    List<String> given,
    List<Line> table) {
  /**
   * A true cause.
   *
   * @param cells how many of its rows were given each cause
   */
  record Line(
      String cause, String rows, String precision, String recall, String f1, List<Cell> cells) {}

  /**
   * Rows of one true cause that were given one cause.
   *
   * @param style {@code hit} on the diagonal, {@code miss} beside it
   * @param heat 0 to 45, by the share of the true cause's rows
   */
  record Cell(String count, String style, String heat) {}

  static List<Scores> of(Accuracy accuracy) {
    return List.of(
        of("Last verdict", accuracy.rows(), accuracy.cause()),
        of("First verdict", accuracy.rows(), accuracy.firstCause()));
  }

  private static Scores of(String title, long rows, Score score) {
    List<Line> table = new ArrayList<>();
    score.causes().forEach((cause, of) -> table.add(line(cause, of, score.confusion())));
    return new Scores(
        title,
        Wording.count(rows, "row"),
        Wording.score(score.macroF1()),
        share(score.benignAlertedShare()),
        share(score.actionableMissedShare()),
        share(score.unknownShare()),
        score.confusion().given().stream().map(Cause::code).toList(),
        table);
  }

  private static Line line(Cause cause, CauseScore score, Confusion confusion) {
    return new Line(
        cause.code(),
        Wording.number(score.rows()),
        Wording.score(score.precision()),
        Wording.score(score.recall()),
        Wording.score(score.f1()),
        confusion.given().stream()
            .map(given -> cell(cause, given, confusion.count(cause, given), score.rows()))
            .toList());
  }

  private static Cell cell(Cause truth, Cause given, long count, long rows) {
    return new Cell(
        count == 0 ? "" : Wording.number(count),
        truth == given ? "hit" : "miss",
        Wording.at(count == 0 ? 0 : 8 + 37.0 * count / rows));
  }

  /** A share in percent with one digit more than elsewhere, for errors are rare. */
  private static String share(double share) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * share);
  }
}
