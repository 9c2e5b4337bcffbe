package io.hubtriage.incident;

import java.time.Instant;

/**
 * Something to tell, before anybody has chosen words or a channel. Sending one twice is
 * recognisable by its id.
 *
 * @param id unique, safe in file names and headers: letters, digits and {@code -}
 * @param at when it was decided
 */
public record Notice(String id, NoticeKind kind, Instant at, Facts facts) {
  private static final java.util.regex.Pattern ID =
      java.util.regex.Pattern.compile("[A-Za-z0-9-]+");

  /**
   * Checks the id.
   *
   * @throws IllegalArgumentException if the id has other characters than letters, digits and {@code
   *     -}
   */
  public Notice {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("not a notice id: " + id);
    }
  }
}
