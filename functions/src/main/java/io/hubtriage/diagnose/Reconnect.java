package io.hubtriage.diagnose;

/** How soon a device was back. */
enum Reconnect {
  /** Within 3 s. */
  INSTANT,
  /** Within 12 s. */
  QUICK,
  /** Within 75 s. */
  MINUTE,
  /** Within 10 min. */
  MINUTES,
  /** Later. */
  LONG,
  /** Not at all, though its connect would have been ingested by now. */
  NEVER,
  /** Not known: the connect row was lost or may yet come. */
  OPEN;

  static Reconnect after(long millis) {
    if (millis <= 3_000) {
      return INSTANT;
    }
    if (millis <= 12_000) {
      return QUICK;
    }
    return millis <= 75_000 ? MINUTE : millis <= 600_000 ? MINUTES : LONG;
  }
}
