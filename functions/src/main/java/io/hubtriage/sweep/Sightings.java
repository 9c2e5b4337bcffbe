package io.hubtriage.sweep;

import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Presence;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What connection events say of devices the log is not sure about. */
@FunctionalInterface
public interface Sightings {
  /** Nobody subscribed to the events. */
  Sightings NONE = (hub, asked, now) -> Map.of();

  /**
   * The newest word on every device that is away, and on those asked for, as far as there is one.
   *
   * @throws EventsUnavailableException if the store does not answer
   */
  Map<Device, Presence> of(Hub hub, Set<Device> asked, Instant now);
}
