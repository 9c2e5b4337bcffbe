package io.hubtriage.lab.cost;

import java.time.Duration;

/**
 * Devices that are all connected by MQTT with a SAS token, the kind that reconnects most.
 *
 * @param devices at least 1
 * @param tokenLife how long a token lives, which is how long a connection lasts; at least a minute
 */
public record Fleet(long devices, Duration tokenLife) {
  /** A month of the calculation, as in price lists. */
  static final Duration MONTH = Duration.ofDays(30);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there is no device, or a token lives less than a minute
   */
  public Fleet {
    if (devices < 1) {
      throw new IllegalArgumentException("devices must be at least 1, not " + devices);
    }
    if (tokenLife.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new IllegalArgumentException("a token lives at least a minute, not " + tokenLife);
    }
  }

  /** Disconnects and connects a month: two at each end of a token. */
  double changes() {
    return 2.0 * devices * MONTH.toSeconds() / tokenLife.toSeconds();
  }

  /** Disconnects and connects a second, on average. */
  double rate() {
    return changes() / MONTH.toSeconds();
  }
}
