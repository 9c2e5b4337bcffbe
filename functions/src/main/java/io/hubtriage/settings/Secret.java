package io.hubtriage.settings;

/** A value nobody may read in logs, cards or exceptions: it prints as {@code ***}. */
public final class Secret {
  private final String value;

  /** Wraps the value. */
  public Secret(String value) {
    this.value = value;
  }

  /** The value itself, for the one place that sends it. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "***";
  }
}
