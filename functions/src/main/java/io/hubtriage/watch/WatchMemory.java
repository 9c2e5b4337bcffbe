package io.hubtriage.watch;

import io.hubtriage.incident.OutboxRow;
import io.hubtriage.model.Hub;
import java.util.List;
import java.util.Optional;

/** The stored {@link Vigil}, one per hub. */
public interface WatchMemory {
  /**
   * What was last saved; empty before the first look.
   *
   * @throws io.hubtriage.incident.IncidentsUnavailableException if the store does not answer
   */
  Stored load(Hub hub);

  /**
   * Saves what a look found and puts what it causes into the outbox, in one transaction: all or
   * nothing.
   *
   * @param rows new outbox rows of the hub
   * @return false, and nothing is written, if another look saved since {@code read}, or one of the
   *     rows exists
   * @throws io.hubtriage.incident.IncidentsUnavailableException if the store does not answer; it is
   *     then unknown whether it was written, and loading again tells
   */
  boolean save(Stored read, Vigil after, List<OutboxRow> rows);

  /**
   * A vigil as it was read.
   *
   * @param version the store's mark of this state; {@code ""} if there was nothing
   */
  record Stored(Hub hub, Optional<Vigil> vigil, String version) {}
}
