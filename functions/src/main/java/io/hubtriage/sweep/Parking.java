package io.hubtriage.sweep;

import java.time.Instant;

/** Where input goes that could not be understood, so that somebody can look at it. */
public interface Parking {
  /**
   * Keeps the text. The same text for the same reason is kept once, however often it comes, with
   * the time it came first.
   *
   * @param reason why it could not be used, for people
   * @param text as it came
   * @throws ParkingUnavailableException if it could not be kept
   */
  void park(String reason, String text, Instant at);

  /**
   * How many texts are kept.
   *
   * @param most where counting stops; positive
   * @throws ParkingUnavailableException if they cannot be counted
   */
  int count(int most);
}
