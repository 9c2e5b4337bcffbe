package io.hubtriage.model;

import java.time.Instant;

/**
 * What connection events last said of a device.
 *
 * @param state which it was in
 * @param at when that was seen, by the hub's clock
 */
public record Presence(ConnectionEvent.State state, Instant at) {
  /** It was connected then. */
  public static Presence connected(Instant at) {
    return new Presence(ConnectionEvent.State.CONNECTED, at);
  }

  /** It was not connected then, and no later event said that it came back. */
  public static Presence away(Instant at) {
    return new Presence(ConnectionEvent.State.DISCONNECTED, at);
  }

  /** Whether the device was seen connected at a moment or after it. */
  public boolean connectedSince(Instant moment) {
    return state == ConnectionEvent.State.CONNECTED && !at.isBefore(moment);
  }

  /** Whether the device was last seen away. */
  public boolean isAway() {
    return state == ConnectionEvent.State.DISCONNECTED;
  }
}
