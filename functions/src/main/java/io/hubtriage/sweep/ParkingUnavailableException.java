package io.hubtriage.sweep;

/** Input that was not understood could not be kept either. Have it delivered again later. */
public final class ParkingUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what was to be kept, where, and what went wrong. */
  public ParkingUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
