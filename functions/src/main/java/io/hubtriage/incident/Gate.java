package io.hubtriage.incident;

import java.time.Instant;
import java.util.Optional;

/** One reason to stay quiet. Pure; refusing is an answer, not an exception. */
@FunctionalInterface
interface Gate {
  /** Why this kind of notice about the incident must wait; empty lets the next gate decide. */
  Optional<Quiet> refuse(Incident incident, NoticeKind kind, Instant now);

  /** This gate, then {@code next}: reading order is running order and the first refusal wins. */
  default Gate then(Gate next) {
    return (incident, kind, now) ->
        refuse(incident, kind, now).or(() -> next.refuse(incident, kind, now));
  }
}
