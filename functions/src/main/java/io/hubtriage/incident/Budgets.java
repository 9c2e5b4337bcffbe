package io.hubtriage.incident;

import java.util.Optional;

/** The stored budget of every channel; all instances of the program share it. */
public interface Budgets {
  /**
   * What is left of the channel's budget.
   *
   * @throws IncidentsUnavailableException if the store does not answer
   */
  Stored load(String channel);

  /**
   * Writes the budget after a message.
   *
   * @return false, and nothing is written, if somebody else wrote since {@code read}
   * @throws IncidentsUnavailableException if the store does not answer
   */
  boolean save(Stored read, Budget after);

  /**
   * A budget as it was read.
   *
   * @param budget empty if nothing was ever sent
   * @param version the store's mark of this state; {@code ""} if there was nothing
   */
  record Stored(String channel, Optional<Budget> budget, String version) {}
}
