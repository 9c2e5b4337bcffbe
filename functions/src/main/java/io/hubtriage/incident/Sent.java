package io.hubtriage.incident;

import java.time.Duration;

/** What became of one attempt to send. */
public sealed interface Sent {
  /**
   * The channel took it.
   *
   * @param proof what it answered, free of secrets; {@code ""} if nothing
   */
  record Accepted(String proof) implements Sent {}

  /**
   * Not now.
   *
   * @param after how long to wait
   */
  record Deferred(Duration after) implements Sent {}

  /**
   * Never: another attempt would fail alike.
   *
   * @param why for people, free of secrets
   */
  record Rejected(String why) implements Sent {}
}
