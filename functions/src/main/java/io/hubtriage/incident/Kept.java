package io.hubtriage.incident;

/**
 * A notice that was due and was not sent now, for the log.
 *
 * @param reason the first one that spoke against it
 */
public record Kept(String incidentId, NoticeKind kind, Quiet reason) {}
