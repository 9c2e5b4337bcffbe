package io.hubtriage.lab.accuracy;

import io.hubtriage.lab.read.LabelledRow;
import io.hubtriage.lab.read.RowId;
import io.hubtriage.lab.score.Verdict;
import io.hubtriage.model.Cause;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What taking rows away does to the verdicts on the rows that stay.
 *
 * @param rows that are there with and without the others
 * @param changed those with another verdict
 * @param misled those of them whose new verdict is actionable and wrong
 */
record Flips(long rows, long changed, long misled) {
  static Flips between(
      Collection<LabelledRow> truth, Collection<Verdict> whole, Collection<Verdict> thinned) {
    Map<RowId, Cause> causes = new HashMap<>();
    truth.forEach(t -> causes.put(t.row(), t.cause()));
    Map<RowId, Cause> before = new HashMap<>();
    whole.forEach(v -> before.put(v.label().row(), v.label().cause()));
    long rows = 0;
    long changed = 0;
    long misled = 0;
    for (Verdict verdict : thinned) {
      Cause old = before.get(verdict.label().row());
      if (old == null) {
        continue;
      }
      Cause now = verdict.label().cause();
      rows++;
      changed += now != old ? 1 : 0;
      boolean wrong = Truth.actionable(now) && now != causes.get(verdict.label().row());
      misled += now != old && wrong ? 1 : 0;
    }
    return new Flips(rows, changed, misled);
  }

  static Flips sum(Collection<Flips> all) {
    return new Flips(
        all.stream().mapToLong(Flips::rows).sum(),
        all.stream().mapToLong(Flips::changed).sum(),
        all.stream().mapToLong(Flips::misled).sum());
  }
}
