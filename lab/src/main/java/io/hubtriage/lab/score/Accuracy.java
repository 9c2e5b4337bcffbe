package io.hubtriage.lab.score;

import io.hubtriage.lab.read.LabelledRow;
import io.hubtriage.lab.read.RowId;
import io.hubtriage.model.Cause;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The verdicts on a log against the truth: once for the last word on each row, once for the first
 * that was not "unknown". Rows are matched by {@link RowId}. Lines of truth that fall together once
 * their times are truncated count once each, against the same verdict.
 *
 * @param rows lines of truth
 * @param unmatched verdicts on rows that the truth does not have
 */
public record Accuracy(long rows, long unmatched, Score cause, Score firstCause) {
  /** Compares verdicts with the truth; of several verdicts on one row the last counts. */
  public static Accuracy of(Collection<LabelledRow> truth, Collection<LabelledRow> verdicts) {
    Map<RowId, LabelledRow> byRow = new HashMap<>();
    verdicts.forEach(verdict -> byRow.put(verdict.row(), verdict));
    Confusion last = new Confusion();
    Confusion first = new Confusion();
    for (LabelledRow line : truth) {
      LabelledRow none = new LabelledRow(line.row(), Cause.UNKNOWN, Cause.UNKNOWN);
      LabelledRow verdict = byRow.getOrDefault(line.row(), none);
      last.add(line.cause(), verdict.cause());
      first.add(line.cause(), verdict.firstCause());
    }
    truth.forEach(line -> byRow.remove(line.row()));
    return new Accuracy(truth.size(), byRow.size(), Score.of(last), Score.of(first));
  }

  /** Several logs as one: every row counts alike, so a large log weighs more. */
  public static Accuracy pooled(Collection<Accuracy> all) {
    return new Accuracy(
        all.stream().mapToLong(Accuracy::rows).sum(),
        all.stream().mapToLong(Accuracy::unmatched).sum(),
        Score.of(Confusion.sum(all.stream().map(a -> a.cause.confusion()).toList())),
        Score.of(Confusion.sum(all.stream().map(a -> a.firstCause.confusion()).toList())));
  }
}
