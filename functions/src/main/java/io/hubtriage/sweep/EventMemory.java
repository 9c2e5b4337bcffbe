package io.hubtriage.sweep;

import io.hubtriage.model.Hub;
import java.util.Optional;

/** The stored {@link HubEvents}, one per hub. */
public interface EventMemory {
  /**
   * What was last saved; empty before the first sweep.
   *
   * @throws EventsUnavailableException if the store does not answer
   */
  Stored load(Hub hub);

  /**
   * Saves what a sweep found.
   *
   * @return false, and nothing is written, if another sweep saved since {@code read}
   * @throws EventsUnavailableException if the store does not answer; it is then unknown whether it
   *     was written, and loading again tells
   */
  boolean save(Stored read, HubEvents after);

  /**
   * A memory as it was read.
   *
   * @param version the store's mark of this state; {@code ""} if there was nothing
   */
  record Stored(Hub hub, Optional<HubEvents> events, String version) {
    HubEvents orEmpty() {
      return events.orElse(HubEvents.EMPTY);
    }
  }
}
