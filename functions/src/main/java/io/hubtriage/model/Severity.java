package io.hubtriage.model;

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

  /** Whether an incident of this severity is told when it happens. */
  public boolean alerts() {
    return compareTo(WARNING) >= 0;
  }
}
