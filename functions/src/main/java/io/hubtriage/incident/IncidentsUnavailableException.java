package io.hubtriage.incident;

/** The store of incidents and notices did not answer, or others kept writing. Try again later. */
public final class IncidentsUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what was tried, for which hub or notice. */
  public IncidentsUnavailableException(String message) {
    super(message);
  }

  /** Says what was tried, for which hub or notice, and what went wrong. */
  public IncidentsUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
