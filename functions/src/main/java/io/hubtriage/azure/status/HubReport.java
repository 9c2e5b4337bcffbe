package io.hubtriage.azure.status;

import io.hubtriage.incident.Incident;
import io.hubtriage.model.Hub;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one hub.
 *
 * @param watermark rows ingested before it have been looked at; empty before the first sweep, and
 *     where no workspace has the hub's log
 * @param newestRow time of the newest row known; its age is the most that ingestion can lag behind,
 *     and on a busy hub about as much as it does
 * @param eventsSweptAt when the hub's events were last looked at
 * @param away devices whose newest event says that they are not connected
 * @param open incidents that go on, oldest first
 */
public record HubReport(
    Hub hub,
    Optional<Instant> watermark,
    Optional<Instant> newestRow,
    Optional<Instant> eventsSweptAt,
    int away,
    List<Incident> open) {
  /** Copies the list. */
  public HubReport {
    open = List.copyOf(open);
  }
}
