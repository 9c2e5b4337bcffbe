package io.hubtriage.incident;

import io.hubtriage.model.Hub;
import java.util.List;

/** The stored incidents of every hub. */
public interface Incidents {
  /**
   * The hub's open incidents and the resolved ones that were not {@linkplain Commit#forgotten
   * forgotten}, oldest first; none if the hub is new.
   *
   * @throws IncidentsUnavailableException if the store does not answer
   */
  Book load(Hub hub);

  /**
   * Writes what a look changed, incidents and outbox rows, in one transaction: all or nothing.
   *
   * @return false, and nothing is written, if somebody else wrote the hub's incidents since the
   *     book was loaded
   * @throws IncidentsUnavailableException if the store does not answer; it is then unknown whether
   *     the commit was written, and loading again tells
   */
  boolean commit(Commit commit);

  /**
   * A hub's incidents as they were read. One version for all of them: two writers could otherwise
   * open the same incident side by side.
   *
   * @param version the store's mark of this state; {@code ""} if there was nothing
   */
  record Book(Hub hub, List<Incident> incidents, String version) {
    /** Copies the list. */
    public Book {
      incidents = List.copyOf(incidents);
    }
  }

  /**
   * One change of a hub's incidents.
   *
   * @param read what it is based on
   * @param changed new or different incidents
   * @param forgotten ids of incidents that are kept as history but loaded no more
   * @param rows new outbox rows
   */
  record Commit(Book read, List<Incident> changed, List<String> forgotten, List<OutboxRow> rows) {
    /** Copies the lists. */
    public Commit {
      changed = List.copyOf(changed);
      forgotten = List.copyOf(forgotten);
      rows = List.copyOf(rows);
    }
  }
}
