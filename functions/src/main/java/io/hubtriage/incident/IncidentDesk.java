package io.hubtriage.incident;

import io.hubtriage.model.Assessment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Works a look at a hub into the stored incidents and puts what it causes into the outbox. */
public final class IncidentDesk {
  private static final int RACES = 3;

  private final Incidents incidents;
  private final Lifecycle lifecycle;
  private final Router router;

  /** Works on this store, by these rules. */
  public IncidentDesk(Incidents incidents, Lifecycle lifecycle, Router router) {
    this.incidents = incidents;
    this.lifecycle = lifecycle;
    this.router = router;
  }

  /**
   * Reads, decides, writes; again if somebody else wrote in between.
   *
   * @return what was changed and what is on its way
   * @throws IncidentsUnavailableException if the store does not answer or others keep writing
   */
  public Worked work(Assessment assessment, Instant now) {
    for (int i = 0; i < RACES; i++) {
      Incidents.Book book = incidents.load(assessment.hub());
      Outcome outcome = lifecycle.update(book.incidents(), assessment, now);
      List<OutboxRow> rows = rows(outcome);
      boolean nothing = outcome.changed().isEmpty() && outcome.forgotten().isEmpty();
      if (nothing
          || incidents.commit(
              new Incidents.Commit(book, outcome.changed(), outcome.forgotten(), rows))) {
        return new Worked(outcome, rows);
      }
    }
    throw new IncidentsUnavailableException(
        "working in the look at %s of %s: others wrote first %d times; the next look does it"
            .formatted(assessment.hub().resourceId(), now, RACES));
  }

  private List<OutboxRow> rows(Outcome outcome) {
    List<OutboxRow> rows = new ArrayList<>();
    for (Notice notice : outcome.notices()) {
      if (notice.facts() instanceof Facts.OfIncident facts) {
        router.channels(facts.hub(), facts.cause(), facts.severity()).stream()
            .distinct()
            .forEach(channel -> rows.add(OutboxRow.of(notice, channel)));
      }
    }
    return rows;
  }

  /**
   * A look that was worked in.
   *
   * @param rows what was put into the outbox
   */
  public record Worked(Outcome outcome, List<OutboxRow> rows) {
    /** Copies the list. */
    public Worked {
      rows = List.copyOf(rows);
    }
  }
}
