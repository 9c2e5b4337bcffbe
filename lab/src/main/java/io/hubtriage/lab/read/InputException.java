package io.hubtriage.lab.read;

/** An input that cannot be used at all. The message is one line: what, where, what to do. */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong with which input, and what to do about it. */
  public InputException(String message) {
    super(message);
  }

  /** Says what is wrong with which input, and what to do about it. */
  public InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
