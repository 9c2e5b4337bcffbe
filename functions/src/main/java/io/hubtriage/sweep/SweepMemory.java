package io.hubtriage.sweep;

import java.util.Optional;

/** The stored {@link Memory}. */
public interface SweepMemory {
  /**
   * What was last saved; empty before the first sweep.
   *
   * @throws SweepMemoryUnavailableException if the store does not answer
   */
  Stored load();

  /**
   * Saves what a sweep learned.
   *
   * @return false, and nothing is written, if another sweep saved since {@code read}
   * @throws SweepMemoryUnavailableException if the store does not answer; it is then unknown
   *     whether it was saved
   */
  boolean save(Stored read, Memory after);

  /**
   * A memory as it was read.
   *
   * @param version the store's mark of this state; {@code ""} if there was nothing
   */
  record Stored(Optional<Memory> memory, String version) {}
}
