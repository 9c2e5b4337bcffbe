package io.hubtriage.events;

import io.hubtriage.model.ConnectionEvent;
import java.util.List;

/**
 * What came of reading a delivery.
 *
 * @param connections the connection events, in the delivery's order
 * @param unusable what has to be parked, to be looked at by a person
 * @param validations handshakes of a new subscription: the host answers them
 * @param others sound events of other types
 */
public record ReadEvents(
    List<ConnectionEvent> connections, List<Unusable> unusable, int validations, int others) {
  /** Copies the lists. */
  public ReadEvents {
    connections = List.copyOf(connections);
    unusable = List.copyOf(unusable);
  }

  /**
   * A part that could not be read.
   *
   * @param text the part itself: one event, or all that follows a fault of the JSON
   * @param reason what is wrong with it
   */
  public record Unusable(String text, String reason) {}
}
