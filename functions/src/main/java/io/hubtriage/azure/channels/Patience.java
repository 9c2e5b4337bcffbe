package io.hubtriage.azure.channels;

import java.time.Duration;

/**
 * How long to wait for others. One attempt must end well within {@link
 * io.hubtriage.incident.Delivery#lease}, or the notice is sent twice.
 *
 * @param connect until an SMTP connection stands; an HTTP client brings its own
 * @param answer until the whole HTTP answer, or one line of an SMTP dialogue, has arrived
 * @param retry until another attempt where the other side names no time
 */
record Patience(Duration connect, Duration answer, Duration retry) {
  /** Ten seconds to connect, thirty to answer, a minute before the next attempt. */
  static final Patience USUAL =
      new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1));
}
