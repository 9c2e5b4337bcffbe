package io.hubtriage.lab.simulate;

import java.time.Instant;

/**
 * An Event Grid event about a device's connection.
 *
 * @param id the same whenever the event is delivered again
 * @param kind which state the device is in
 * @param sequence 64 hexadecimal digits, rising from event to event of a device
 * @param at when the hub noted the state, at most a minute after it began
 * @param receivedAt when the event was delivered
 */
public record StateEvent(
    SimulatedDevice device, String id, Kind kind, String sequence, Instant at, Instant receivedAt) {
  /** A state. */
  public enum Kind {
    DISCONNECTED("Microsoft.Devices.DeviceDisconnected"),
    CONNECTED("Microsoft.Devices.DeviceConnected");

    private final String type;

    Kind(String type) {
      this.type = type;
    }

    /** The event's {@code eventType}. */
    public String type() {
      return type;
    }
  }
}
