package io.hubtriage.lab.baseline;

import io.hubtriage.model.Cause;
import io.hubtriage.model.ConnectionRow;

/** A usual way to tell why a row was written. Knows only what the log shows at the moment. */
public interface Baseline {
  /**
   * The cause of a disconnect or error row as far as the log shows it now.
   *
   * @param row one that {@code sight} shows
   * @return {@link Cause#UNKNOWN} if it cannot tell
   */
  Cause judge(ConnectionRow row, Sight sight);
}
