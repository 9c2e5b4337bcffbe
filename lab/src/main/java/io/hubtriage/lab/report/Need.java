package io.hubtriage.lab.report;

import io.hubtriage.model.Cause;
import java.util.Locale;

/** Whom a row needs. */
enum Need {
  /** Nobody: by design. */
  BENIGN("needs nobody"),
  /** Somebody should act. */
  ACTIONABLE("needs somebody"),
  /** Nobody knows. */
  UNKNOWN("unknown");

  private final String words;

  Need(String words) {
    this.words = words;
  }

  static Need of(Cause cause) {
    if (cause.benign()) {
      return BENIGN;
    }
    return cause == Cause.UNKNOWN ? UNKNOWN : ACTIONABLE;
  }

  String words() {
    return words;
  }

  /** The name in the style sheet. */
  String style() {
    return name().toLowerCase(Locale.ROOT);
  }
}
