package io.hubtriage.model;

import java.util.Locale;

/**
 * How much a cause asks of the operator, least first. {@link #NONE} and {@link #INFO} only ever
 * reach the digest.
 */
public enum Severity {
  NONE,
  INFO,
  WARNING,
  ERROR,
  CRITICAL;

  /** The code in files and settings, {@code warning}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether an incident of this severity is told when it happens. */
  public boolean alerts() {
    return compareTo(WARNING) >= 0;
  }
}
