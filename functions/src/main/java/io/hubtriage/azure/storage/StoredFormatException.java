package io.hubtriage.azure.storage;

/** A stored document cannot be understood. Never leaves the package. */
final class StoredFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoredFormatException(String message) {
    super(message);
  }
}
