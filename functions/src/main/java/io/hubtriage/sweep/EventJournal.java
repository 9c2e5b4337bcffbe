package io.hubtriage.sweep;

import io.hubtriage.model.ConnectionEvent;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import java.time.Instant;
import java.util.List;

/**
 * The connection events of the last two days, insert-only. Older ones may be gone at any time.
 * Which devices are away is remembered by the sweep ({@link EventMemory}), not asked of the
 * journal.
 */
public interface EventJournal {
  /**
   * Files an event under its {@link JournalKey}s. Once more changes nothing.
   *
   * @param receivedAt when it was delivered; may be before the event's time, where clocks differ
   * @throws EventsUnavailableException if the store does not answer; deliver again
   */
  void append(ConnectionEvent event, Instant receivedAt);

  /**
   * What is filed under the minutes a window touches: the hub's events that happened in them, and
   * late ones that came in them. An event may be in the answer twice; there is no order.
   *
   * @throws EventsUnavailableException if the store does not answer, or not wholly
   */
  List<ConnectionEvent> read(Hub hub, Window window);
}
