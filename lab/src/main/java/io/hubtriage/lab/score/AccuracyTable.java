package io.hubtriage.lab.score;

import io.hubtriage.model.Cause;
import java.util.Locale;
import java.util.Map;

/** {@link Accuracy} for a terminal: plain ASCII, aligned, no line longer than 80 characters. */
public final class AccuracyTable {
  private static final int MOST_MISTAKES = 10;

  private AccuracyTable() {}

  /** The table, each line ending in {@code \n}. */
  public static String render(Accuracy accuracy) {
    StringBuilder out = new StringBuilder();
    Score last = accuracy.cause();
    Score first = accuracy.firstCause();
    line(
        out, "%-24s %8s %9s %9s %9s %9s", "cause", "rows", "precision", "recall", "F1", "first F1");
    for (Map.Entry<Cause, CauseScore> entry : last.causes().entrySet()) {
      CauseScore score = entry.getValue();
      CauseScore before = first.causes().getOrDefault(entry.getKey(), score);
      line(
          out,
          "%-24s %8d %9.3f %9.3f %9.3f %9.3f",
          entry.getKey().code(),
          score.rows(),
          score.precision(),
          score.recall(),
          score.f1(),
          before.f1());
    }
    line(out, "%-53s %9.3f %9.3f", "macro F1", last.macroF1(), first.macroF1());
    shares(out, "benign rows alerted", last.benignAlertedShare(), first.benignAlertedShare());
    shares(
        out, "actionable rows missed", last.actionableMissedShare(), first.actionableMissedShare());
    shares(out, "rows left unknown", last.unknownShare(), first.unknownShare());
    mistakes(out, last.confusion());
    return out.toString();
  }

  private static void shares(StringBuilder out, String name, double last, double first) {
    line(out, "%-53s %8.2f%% %8.2f%%", name, last * 100, first * 100);
  }

  private static void mistakes(StringBuilder out, Confusion confusion) {
    confusion.truths().stream()
        .flatMap(
            truth ->
                confusion.given().stream()
                    .filter(given -> given != truth && confusion.count(truth, given) > 0)
                    .map(given -> new Mistake(truth, given, confusion.count(truth, given))))
        .sorted((a, b) -> Long.compare(b.rows, a.rows))
        .limit(MOST_MISTAKES)
        .forEach(m -> line(out, "%-24s %8d taken for %s", m.truth.code(), m.rows, m.given.code()));
  }

  private static void line(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  /** Rows of one cause that were given another. */
  private record Mistake(Cause truth, Cause given, long rows) {}
}
