package io.hubtriage.incident;

import io.hubtriage.model.Hub;
import io.hubtriage.model.Severity;
import java.time.Instant;
import java.util.Locale;

/**
 * In what way HubTriage itself may fail to see or to speak. The codes stand in storage and in
 * webhooks: never rename one.
 */
public enum Blindness {
  /** No look at the connection log succeeds. */
  LOG_UNREAD(Severity.CRITICAL),
  /** No look at the connection events succeeds. */
  EVENTS_UNREAD(Severity.ERROR),
  /** Rows of a hub's log are missing, or come too late. */
  ROWS_MISSING(Severity.CRITICAL),
  /** A channel takes no notices. */
  CHANNEL_REJECTS(Severity.ERROR),
  /** Far more disconnects than usual have no clear cause. */
  MANY_UNKNOWN(Severity.WARNING);

  private final Severity severity;

  Blindness(Severity severity) {
    this.severity = severity;
  }

  /** How much it asks of the operator. */
  public Severity severity() {
    return severity;
  }

  /** The stable code, {@code log-unread}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The id of one spell of it, the same whoever finds it and however often.
   *
   * @param subject what of the hub it is about, {@code ""} for all of it
   * @param since when the spell began
   */
  public String spell(Hub hub, String subject, Instant since) {
    return "blind-" + IncidentId.hash(hub.resourceId(), code(), subject, since.toString());
  }
}
