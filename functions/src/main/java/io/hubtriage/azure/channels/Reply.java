package io.hubtriage.azure.channels;

import java.util.Optional;

/** What came back from a POST. */
sealed interface Reply {
  /** For the log: {@code 202} or {@code timeout}. */
  String status();

  /**
   * An answer.
   *
   * @param retryAfter the header of that name
   * @param body its beginning; it may echo secrets, so it is read but never handed on
   */
  record Answered(int code, Optional<String> retryAfter, String body) implements Reply {
    @Override
    public String status() {
      return Integer.toString(code);
    }

    boolean success() {
      return code >= 200 && code < 300;
    }

    @Override
    public String toString() {
      return status();
    }
  }

  /** None. */
  record None(Trouble trouble) implements Reply {
    @Override
    public String status() {
      return trouble.code();
    }
  }
}
