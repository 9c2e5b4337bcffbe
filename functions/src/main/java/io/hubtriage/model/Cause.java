package io.hubtriage.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Why a connection ended or was refused. The codes are the contract of storage, cards, files and
 * metrics: never rename one.
 */
public enum Cause {
  /** The SAS token ran out or was renewed and the connection with it: by design. */
  SAS_TOKEN_RENEWAL("sas-token-renewal", Severity.NONE),
  /** An irregular loss: network, or the client's end of it. */
  CONNECTION_LOST("connection-lost", Severity.WARNING),
  /** A reconnect loop at 1.5 times the keep-alive: pings do not get through. */
  KEEP_ALIVE_TIMEOUT("keep-alive-timeout", Severity.WARNING),
  /** Short irregular sessions one after the other: the application dies. */
  CRASH_LOOP("crash-loop", Severity.ERROR),
  /** The hub refuses the device's credentials and goes on doing so. */
  AUTHENTICATION_FAILURE("authentication-failure", Severity.ERROR),
  /** Two clients with one identity throw each other out. */
  DUPLICATE_IDENTITY("duplicate-identity", Severity.ERROR),
  /** The hub had a bad minute. */
  HUB_TRANSIENT("hub-transient", Severity.CRITICAL),
  /** A site, carrier or release went down; the hub is well. */
  SITE_OUTAGE("site-outage", Severity.CRITICAL),
  /** The platform closed connections during an upgrade. */
  PLATFORM_UPGRADE("platform-upgrade", Severity.INFO),
  /** A quota or throttle was reached. */
  THROTTLED("throttled", Severity.ERROR),
  /** The client closed the connection itself and came back. */
  PLANNED_RECONNECT("planned-reconnect", Severity.NONE),
  /** Too little evidence, or two causes fit. */
  UNKNOWN("unknown", Severity.WARNING);

  private static final Map<String, Cause> BY_CODE =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Cause::code, Function.identity()));

  private final String code;
  private final Severity severity;

  Cause(String code, Severity severity) {
    this.code = code;
    this.severity = severity;
  }

  /** The stable code, {@code sas-token-renewal}. */
  public String code() {
    return code;
  }

  /** How much it asks of the operator. */
  public Severity severity() {
    return severity;
  }

  /** Whether this needs nobody: renewals, planned reconnects, platform upgrades. */
  public boolean benign() {
    return !severity.alerts();
  }

  /** Whether the cause lies with a hub or a site rather than with one device. */
  public boolean wide() {
    return this == HUB_TRANSIENT || this == SITE_OUTAGE;
  }

  /** The cause with this code, if there is one. */
  public static Optional<Cause> coded(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
