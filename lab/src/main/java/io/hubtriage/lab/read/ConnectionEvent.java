package io.hubtriage.lab.read;

import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import java.time.Instant;

/**
 * A connection event of Event Grid: the newest state of a 60-second snapshot, not each transition
 * (learn.microsoft.com/azure/iot-hub/iot-hub-event-grid).
 *
 * @param eventTime by the hub's clock
 * @param sequenceNumber 64 upper-case hex digits; grows with each change of the same device and
 *     module, so that text order is order of happening
 * @param receivedAt when the function would have been called; never before this may a reader see it
 */
public record ConnectionEvent(
    Hub hub,
    Device device,
    State state,
    Instant eventTime,
    String sequenceNumber,
    Instant receivedAt) {
  /** What the snapshot saw. */
  public enum State {
    CONNECTED,
    DISCONNECTED
  }
}
