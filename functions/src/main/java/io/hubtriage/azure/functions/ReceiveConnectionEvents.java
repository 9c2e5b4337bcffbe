package io.hubtriage.azure.functions;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.EventGridTrigger;
import com.microsoft.azure.functions.annotation.FunctionName;
import io.hubtriage.azure.wiring.Ports;
import io.hubtriage.azure.wiring.Wiring;
import io.hubtriage.events.EventReader;
import io.hubtriage.events.ReadEvents;
import java.time.Instant;

/**
 * Files connection events in the journal. It needs no settings, so events are kept even while
 * {@code hubtriage.json} is broken.
 */
public final class ReceiveConnectionEvents {
  private final Ports ports;

  /** As the worker makes it, one for every call. */
  public ReceiveConnectionEvents() {
    this(Wiring.shared());
  }

  /** On other parts. */
  public ReceiveConnectionEvents(Ports ports) {
    this.ports = ports;
  }

  /**
   * Files one delivery. An event that cannot be read is parked: sending it again would not mend it.
   *
   * @param event one event or an array of them, in Event Grid's schema or as CloudEvents
   * @throws io.hubtriage.sweep.EventsUnavailableException if the journal does not answer; Event
   *     Grid delivers again, and what was filed already stays as it is
   * @throws io.hubtriage.sweep.ParkingUnavailableException likewise
   */
  @FunctionName("ReceiveConnectionEvents")
  public void run(@EventGridTrigger(name = "event") String event, ExecutionContext context) {
    Instant now = ports.now();
    ReadEvents read = EventReader.read(event);
    read.connections().forEach(connection -> ports.journal().append(connection, now));
    read.unusable().forEach(bad -> ports.parking().park(bad.reason(), bad.text(), now));
    if (read.unusable().isEmpty()) {
      context.getLogger().fine(() -> Lines.of(read));
    } else {
      context.getLogger().warning(() -> Lines.of(read));
    }
  }
}
