package io.hubtriage.model;

import java.util.Comparator;
import java.util.Locale;

/**
 * Clients that share an SDK, a kind of credential and a protocol, and so share the way they renew
 * tokens.
 *
 * @param sdk as {@link Client#sdk}; {@code ""} where the client did not say
 * @param authType as {@link Client#authType}
 * @param protocol as {@link Client#protocol}
 */
public record Cohort(String sdk, String authType, String protocol) implements Comparable<Cohort> {
  private static final Comparator<Cohort> ORDER =
      Comparator.comparing(Cohort::sdk)
          .thenComparing(Cohort::authType)
          .thenComparing(Cohort::protocol);

  /**
   * Whether a token's end can close these clients' connections: SAS over MQTT. X.509 has no token,
   * AMQP refreshes it in place over CBS (learn.microsoft.com/azure/iot-hub/iot-hub-dev-guide-sas).
   * Unknown credential or protocol counts as possible.
   */
  public boolean dropsAtRenewal() {
    String auth = authType.toLowerCase(Locale.ROOT);
    return (auth.isEmpty() || auth.startsWith("sas"))
        && !protocol.toLowerCase(Locale.ROOT).startsWith("amqp");
  }

  @Override
  public int compareTo(Cohort other) {
    return ORDER.compare(this, other);
  }
}
