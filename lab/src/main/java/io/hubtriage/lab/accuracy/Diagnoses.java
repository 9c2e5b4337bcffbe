package io.hubtriage.lab.accuracy;

import io.hubtriage.lab.read.LabelledRow;
import io.hubtriage.lab.read.RowId;
import io.hubtriage.lab.score.Verdict;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Device;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long it took to tell what is wrong: per trouble, from its first row to the first verdict that
 * was right. A trouble is a run of rows of one device and one actionable cause with less than an
 * hour between them.
 */
final class Diagnoses {
  private static final Duration APART = Duration.ofHours(1);

  private Diagnoses() {}

  /**
   * A trouble.
   *
   * @param delay to the first verdict on one of its rows, if that was right; empty if none was
   */
  record Diagnosed(Cause cause, Optional<Duration> delay) {}

  private record Kind(String hub, Device device, Cause cause) {}

  /** Every trouble of a log, in no particular order. */
  static List<Diagnosed> of(Collection<LabelledRow> truth, Collection<Verdict> verdicts) {
    Map<RowId, Verdict> byRow = new HashMap<>();
    verdicts.forEach(v -> byRow.put(v.label().row(), v));
    Map<Kind, List<RowId>> rows = new HashMap<>();
    for (LabelledRow line : truth) {
      if (Truth.actionable(line.cause())) {
        RowId row = line.row();
        rows.computeIfAbsent(
                new Kind(row.hub(), row.device(), line.cause()), k -> new ArrayList<>())
            .add(row);
      }
    }
    List<Diagnosed> all = new ArrayList<>();
    rows.forEach((kind, list) -> diagnose(kind.cause(), list, byRow, all));
    return all;
  }

  private static void diagnose(
      Cause cause, List<RowId> rows, Map<RowId, Verdict> verdicts, List<Diagnosed> all) {
    rows.sort(Comparator.comparing(RowId::time));
    int from = 0;
    for (int i = 1; i <= rows.size(); i++) {
      if (i == rows.size() || rows.get(i).time().isAfter(rows.get(i - 1).time().plus(APART))) {
        Instant begun = rows.get(from).time();
        Optional<Instant> right =
            rows.subList(from, i).stream()
                .map(verdicts::get)
                .filter(v -> v != null && v.label().firstCause() == cause)
                .flatMap(v -> v.firstAt().stream())
                .min(Instant::compareTo);
        all.add(new Diagnosed(cause, right.map(at -> Duration.between(begun, at))));
        from = i;
      }
    }
  }
}
