package io.hubtriage.azure.loganalytics;

/** An answer came, and is not what the query asked for. */
final class BadAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadAnswerException(String message) {
    super(message);
  }
}
