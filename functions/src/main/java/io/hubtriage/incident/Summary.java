package io.hubtriage.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Several notices the channel's budget held back, in one. */
final class Summary {
  private Summary() {}

  /** Whether the row's notice fits in a line. */
  static boolean fits(OutboxRow row) {
    return row.notice().facts() instanceof Facts.OfIncident;
  }

  /**
   * The one notice that stands for the rows. The same rows give the same id.
   *
   * @param rows of one hub, all fitting, at least one
   */
  static Notice of(List<OutboxRow> rows, Instant now) {
    List<OutboxRow> sorted =
        rows.stream()
            .sorted(
                Comparator.comparing((OutboxRow r) -> r.notice().at())
                    .thenComparing(r -> r.notice().id()))
            .toList();
    String[] ids = sorted.stream().map(r -> r.notice().id()).toArray(String[]::new);
    Facts.OfSummary facts =
        new Facts.OfSummary(
            sorted.get(0).notice().facts().hub(), sorted.stream().map(Summary::line).toList());
    return new Notice("summary-" + IncidentId.hash(ids), NoticeKind.SUMMARY, now, facts);
  }

  private static Facts.Line line(OutboxRow row) {
    Facts.OfIncident facts = (Facts.OfIncident) row.notice().facts();
    return new Facts.Line(
        facts.incidentId(),
        row.notice().kind(),
        facts.cause(),
        facts.severity(),
        facts.impact(),
        facts.members(),
        facts.openedAt(),
        facts.resolvedAt());
  }
}
