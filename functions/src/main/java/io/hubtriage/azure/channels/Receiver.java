package io.hubtriage.azure.channels;

import io.hubtriage.incident.Sent;
import io.hubtriage.settings.SettingName;
import java.time.Duration;
import java.time.Instant;

/**
 * Judges what a receiver of HTTP answered, and says what an operator can do about it.
 *
 * @param name what it is called in sentences: {@code the Teams workflow}
 * @param url the app setting with its URL
 * @param remake how to get a new URL, as an order: {@code create the workflow again}
 * @param retry how long to wait where it names no time
 */
record Receiver(String name, SettingName url, String remake, Duration retry) {
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_EARLY = 425;
  private static final int TOO_MANY = 429;

  /** Accepted without proof on success. */
  Sent judge(Reply reply, Instant now) {
    return reply instanceof Reply.Answered answer
        ? judge(answer, now)
        : judge(((Reply.None) reply).trouble());
  }

  private Sent judge(Reply.Answered answer, Instant now) {
    int code = answer.code();
    if (answer.success()) {
      return new Sent.Accepted("");
    }
    if (code >= 500 || code == REQUEST_TIMEOUT || code == TOO_EARLY || code == TOO_MANY) {
      return new Sent.Deferred(
          answer.retryAfter().flatMap(h -> RetryAfter.parse(h, now)).orElse(retry));
    }
    return new Sent.Rejected(name + " answered " + code + ": " + advice(code));
  }

  private String advice(int code) {
    return switch (code) {
      case 400 -> "it does not understand our message; check that it takes what this channel sends";
      case 401, 403 ->
          "it does not let us in; copy its whole URL again into the app setting " + url;
      case 404, 410 ->
          "it was deleted or its URL changed; " + remake + " and set the app setting " + url;
      case 413 -> "the message is too big for it; raise its limit on request bodies";
      default ->
          code < 400
              ? "it points elsewhere, and redirects are not followed; set the app setting "
                  + url
                  + " to the address it points to"
              : "it refuses our message; check it, and its URL in the app setting " + url;
    };
  }

  private Sent judge(Trouble trouble) {
    return switch (trouble) {
      case FORBIDDEN ->
          new Sent.Rejected(
              name
                  + " has a private, loopback or link-local address, where notices are not sent;"
                  + " set the app setting "
                  + url
                  + " to a public https address");
      case UNTRUSTED ->
          new Sent.Rejected(
              name
                  + " shows a certificate that is expired, not trusted or another host's; renew it,"
                  + " or correct the host in the app setting "
                  + url);
      case UNKNOWN_HOST, TIMEOUT, UNREACHABLE, BUSY, BROKEN -> new Sent.Deferred(retry);
    };
  }
}
