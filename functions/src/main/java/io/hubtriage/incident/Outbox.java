package io.hubtriage.incident;

import io.hubtriage.model.Hub;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The stored notices and how far each is. Rows are created by {@link Incidents#commit}. */
public interface Outbox {
  /**
   * Rows that should be sent, oldest notice first.
   *
   * @param limit most rows to return; positive
   * @throws IncidentsUnavailableException if the store does not answer
   */
  List<OutboxRow> due(Instant now, int limit);

  /**
   * The row of one notice and channel.
   *
   * @throws IncidentsUnavailableException if the store does not answer
   */
  Optional<OutboxRow> find(Hub hub, String noticeId, String channel);

  /**
   * Every row of a hub and channel that the channel's budget held back, oldest notice first.
   *
   * @throws IncidentsUnavailableException if the store does not answer
   */
  List<OutboxRow> held(Hub hub, String channel);

  /**
   * Writes rows of one hub in one transaction.
   *
   * @param before rows as they were read; every one of them is in {@code after}, changed
   * @param after what to write: the rows of {@code before}, and new ones
   * @return false, and nothing is written, if a row of {@code before} is not as it was, or a new
   *     one exists already
   * @throws IncidentsUnavailableException if the store does not answer
   */
  boolean replace(List<OutboxRow> before, List<OutboxRow> after);
}
