package io.hubtriage.azure.channels;

import io.hubtriage.incident.Sent;

/** What another side can do, and what a channel must make of it. */
enum Fault {
  NONE(Sent.Accepted.class),
  /** It has too much to do. */
  BUSY(Sent.Deferred.class),
  /** It is broken for now. */
  FAILING(Sent.Deferred.class),
  /** It says nothing. */
  SILENT(Sent.Deferred.class),
  /** It closes the connection. */
  CUT(Sent.Deferred.class),
  /** Our credentials are wrong. */
  LOCKED(Sent.Rejected.class),
  /** What we want to reach is not there. */
  GONE(Sent.Rejected.class);

  private final Class<? extends Sent> outcome;

  Fault(Class<? extends Sent> outcome) {
    this.outcome = outcome;
  }

  Class<? extends Sent> outcome() {
    return outcome;
  }
}
