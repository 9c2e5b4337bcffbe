package io.hubtriage.lab.cloud;

import java.time.Duration;

/**
 * What the stand-in does wrong, to see that callers bear it.
 *
 * @param kind what happens
 * @param time how long the client is told to wait, or has to
 */
public record Fault(Kind kind, Duration time) {
  /** The ways in which the service is known to fail. */
  public enum Kind {
    /** 429 with {@code Retry-After}. */
    THROTTLED,
    /** 504: the query took too long. */
    TIMED_OUT,
    /** 200 with the rows and an error beside them. */
    PARTIAL,
    /** The right answer, late. */
    SLOW,
    /** The connection closes without an answer. */
    DROPPED,
    /** 200 without a body. */
    EMPTY,
    /** 204. */
    NO_CONTENT,
    /** 400: no row has arrived in the workspace, ever, so that it lacks the table. */
    NO_TABLE
  }

  /** Too many requests; the client may come back after this time, in whole seconds. */
  public static Fault throttled(Duration retryAfter) {
    return new Fault(Kind.THROTTLED, retryAfter);
  }

  /** The right answer after this time. */
  public static Fault slow(Duration time) {
    return new Fault(Kind.SLOW, time);
  }

  /** A fault that takes no time. */
  public static Fault of(Kind kind) {
    return new Fault(kind, Duration.ZERO);
  }
}
