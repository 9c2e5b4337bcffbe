package io.hubtriage.sweep;

/** The store of connection events did not answer, or only in part. Ask again later. */
public final class EventsUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what was asked, for which hub, and what went wrong. */
  public EventsUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
