package io.hubtriage.sweep;

/** The connection log did not answer, or only in part. Nothing was learned; ask again later. */
public final class ConnectionLogUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what was asked and what went wrong. */
  public ConnectionLogUnavailableException(String message) {
    super(message);
  }

  /** Says what was asked and what went wrong. */
  public ConnectionLogUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
