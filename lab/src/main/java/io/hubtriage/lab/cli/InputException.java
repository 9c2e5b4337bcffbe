package io.hubtriage.lab.cli;

/**
 * What the user gave cannot be used: the command ends with exit code 2 and these lines on stderr,
 * without a stack trace.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Refuses the input.
   *
   * @param oneLine what is wrong, where, and what to do about it: {@code rows.jsonl:17: not JSON;
   *     export the log again}
   */
  public InputException(String oneLine) {
    super(oneLine);
  }

  /**
   * Refuses the input because of something deeper, which is shown with {@code --debug} only.
   *
   * @param oneLine as above
   */
  public InputException(String oneLine, Throwable cause) {
    super(oneLine, cause);
  }

  /** The line for the user. */
  public String oneLine() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
