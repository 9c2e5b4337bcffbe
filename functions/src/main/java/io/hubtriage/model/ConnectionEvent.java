package io.hubtriage.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A connection event of Event Grid: the newest state of a 60-second snapshot, not each transition
 * (learn.microsoft.com/azure/iot-hub/iot-hub-event-grid). It carries no reason. Events come
 * doubled, late and in any order.
 *
 * @param eventTime by the hub's clock, up to a minute after the state began
 * @param sequenceNumber 64 upper-case hex digits; grows with each change of the same device and
 *     module, so that text order is order of happening; means nothing across devices
 */
public record ConnectionEvent(
    Hub hub, Device device, State state, Instant eventTime, String sequenceNumber) {
  /** Orders the events of one device as they happened, whenever they came. */
  public static final Comparator<ConnectionEvent> AS_HAPPENED =
      Comparator.comparing(ConnectionEvent::sequenceNumber).thenComparing(ConnectionEvent::state);

  private static final Pattern SEQUENCE = Pattern.compile("[0-9A-F]{64}");

  /** What the snapshot saw. */
  public enum State {
    DISCONNECTED,
    CONNECTED
  }

  /**
   * Checks the sequence number, whose text order would otherwise not be its order.
   *
   * @throws IllegalArgumentException if it is not 64 upper-case hex digits
   */
  public ConnectionEvent {
    if (!SEQUENCE.matcher(sequenceNumber).matches()) {
      throw new IllegalArgumentException(
          "a sequence number has 64 upper-case hex digits: " + sequenceNumber);
    }
  }

  /** Whether the device was connected. */
  public boolean connected() {
    return state == State.CONNECTED;
  }
}
