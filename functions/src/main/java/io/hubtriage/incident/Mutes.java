package io.hubtriage.incident;

import java.time.Instant;

/** Mute windows and silences. They delay what is told; nothing true is lost by them. */
@FunctionalInterface
public interface Mutes {
  /** Nothing is ever muted. */
  Mutes NONE = (incident, now) -> false;

  /** Whether nothing may be told of the incident at this moment. If in doubt, answer no. */
  boolean muted(Incident incident, Instant now);
}
