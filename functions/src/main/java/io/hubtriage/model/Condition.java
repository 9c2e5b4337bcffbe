package io.hubtriage.model;

import java.time.Instant;
import java.util.Set;

/**
 * What is wrong with one device now. A device that is well has none.
 *
 * @param network the masked address the device was last seen at, or {@code ""}
 * @param since when the first row of this trouble happened
 * @param lastRow when its newest disconnect or error row happened
 * @param rows how many distinct disconnect and error rows it has so far, at least 1
 * @param confidence 0 to 1
 */
public record Condition(
    Hub hub,
    Device device,
    Client client,
    String network,
    Cause cause,
    Impact impact,
    Instant since,
    Instant lastRow,
    int rows,
    double confidence,
    Evidence evidence) {
  /** What is known of the device. */
  public Set<Trait> traits() {
    return Trait.of(client, network);
  }
}
