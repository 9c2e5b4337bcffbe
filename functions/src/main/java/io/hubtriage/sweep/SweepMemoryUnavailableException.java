package io.hubtriage.sweep;

/**
 * The store of what sweeps remember did not answer. The next sweep looks at the same rows again.
 */
public final class SweepMemoryUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what was tried and what went wrong. */
  public SweepMemoryUnavailableException(String message) {
    super(message);
  }

  /** Says what was tried and what went wrong. */
  public SweepMemoryUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
