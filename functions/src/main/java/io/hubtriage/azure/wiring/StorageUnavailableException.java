package io.hubtriage.azure.wiring;

/** The storage account did not let us make what we need in it. The next run tries again. */
public final class StorageUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what was to be made, what went wrong, and what to do. */
  StorageUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
