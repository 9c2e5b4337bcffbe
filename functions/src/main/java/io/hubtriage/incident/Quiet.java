package io.hubtriage.incident;

import java.util.Locale;

/** Why a notice that was due is not sent now. What is still true later is told then. */
public enum Quiet {
  /** Nobody needs to act on the cause. */
  HARMLESS,
  /** A mute window or a silence holds. */
  MUTED,
  /** An open wide incident speaks for all its members. */
  INHIBITED,
  /** Another notice about it left in this very look. */
  JUST_TOLD,
  /** Only events tell of it yet: the notice with the cause will say how much it grew. */
  AWAITING_CAUSE,
  /** A wide fault's share of notices for its first hours is spent. */
  FIRST_HOURS,
  /** New members are told together, and the last time was less than the interval ago. */
  TOLD_RECENTLY,
  /** Devices that come and go get two notices a day. */
  DAILY_SHARE;

  /** The code in logs and metrics, {@code told-recently}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
