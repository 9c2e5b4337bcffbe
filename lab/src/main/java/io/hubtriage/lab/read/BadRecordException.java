package io.hubtriage.lab.read;

/** One record cannot be used; those around it can. The message says why. */
final class BadRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadRecordException(String message) {
    super(message);
  }
}
