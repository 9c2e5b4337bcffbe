package io.hubtriage.lab.report;

import io.hubtriage.model.Cause;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where the rows of a hub, or of all, went.
 *
 * @param causes most rows first
 */
record Noise(String title, String total, String noise, List<Row> causes) {
  /**
   * The rows of one cause.
   *
   * @param percent how long the bar is: of the most frequent cause
   */
  record Row(String cause, String need, String style, String rows, String share, String percent) {}

  /** One table per hub, after one for all if there are several. */
  static List<Noise> tables(List<Story.OfHub> hubs) {
    List<Noise> tables = new ArrayList<>();
    if (hubs.size() > 1) {
      Map<Cause, Long> all = new EnumMap<>(Cause.class);
      hubs.forEach(h -> h.rowsByCause().forEach((c, n) -> all.merge(c, n, Long::sum)));
      tables.add(of("All hubs", all));
    }
    hubs.forEach(h -> tables.add(of(h.hub().name(), h.rowsByCause())));
    return tables;
  }

  private static Noise of(String title, Map<Cause, Long> rows) {
    long all = rows.values().stream().mapToLong(Long::longValue).sum();
    long most = rows.values().stream().mapToLong(Long::longValue).max().orElse(1);
    long benign =
        rows.entrySet().stream()
            .filter(e -> e.getKey().benign())
            .mapToLong(Map.Entry::getValue)
            .sum();
    List<Row> causes =
        rows.entrySet().stream()
            .sorted(
                Map.Entry.<Cause, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(e -> row(e.getKey(), e.getValue(), all, Math.max(1, most)))
            .toList();
    return new Noise(
        title, Wording.count(all, "row"), Wording.share(benign, all) + " need nobody", causes);
  }

  private static Row row(Cause cause, long rows, long all, long most) {
    Need need = Need.of(cause);
    return new Row(
        cause.code(),
        need.words(),
        need.style(),
        Wording.number(rows),
        Wording.share(rows, all),
        Wording.at(Math.max(0.5, 100.0 * rows / most)));
  }
}
