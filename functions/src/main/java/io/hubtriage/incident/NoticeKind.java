package io.hubtriage.incident;

import java.util.Locale;

/** Why a notice is sent. */
public enum NoticeKind {
  /** An incident began. */
  OPENED,
  /** It has twice or ten times the members, new members, or became more severe. */
  GREW,
  /** The cause of a provisional incident is known. */
  UPGRADED,
  /** It still goes on. */
  REMINDER,
  /** It is over. */
  RESOLVED,
  /** The day in numbers. */
  DIGEST,
  /** The channel's budget is spent: several notices in one. */
  SUMMARY;

  /** The code in files, {@code opened}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
