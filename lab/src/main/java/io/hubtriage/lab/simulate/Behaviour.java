package io.hubtriage.lab.simulate;

/**
 * One way in which a device's sessions end. Belongs to one device and may hold what was drawn for
 * it; of all behaviours of a device the one whose end comes first is played.
 */
interface Behaviour {
  /**
   * When this behaviour would end a session; {@link Ticks#NEVER} if it would not. Asked once per
   * session, never before the session's connect.
   */
  long endOf(Session session, Draws draws);

  /**
   * Writes the rows of the end.
   *
   * @param at what {@link #endOf} answered
   * @return when the device's next connect succeeds, {@link Ticks#NEVER} if none does
   */
  long end(Session session, long at, Journal journal);

  /**
   * A connection of a device to its hub.
   *
   * @param connectedAt in ticks; may lie before the scenario's start
   */
  record Session(SimulatedDevice device, long connectedAt) {}
}
