package io.hubtriage.events;

/** A connection event that cannot be used. The message says why. */
public final class BadEventException extends Exception {
  private static final long serialVersionUID = 1L;

  BadEventException(String message) {
    super(message);
  }
}
