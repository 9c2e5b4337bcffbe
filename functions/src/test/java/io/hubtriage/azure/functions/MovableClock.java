package io.hubtriage.azure.functions;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until somebody moves it. */
public final class MovableClock extends Clock {
  private volatile Instant now;

  /** Stands at a time. */
  public MovableClock(Instant start) {
    this.now = start;
  }

  /** Stands at another time. */
  public void set(Instant next) {
    now = next;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
