package io.hubtriage.notify.bulletin;

import io.hubtriage.model.Severity;

/** How a bulletin, or a part of it, should strike the eye. */
public enum Tone {
  /** Nothing to do. */
  CALM,
  /** Over, or well again. */
  GOOD,
  /** Look at it today. */
  WARNING,
  /** Look at it now. */
  ALARM;

  static Tone of(Severity severity) {
    return switch (severity) {
      case NONE, INFO -> CALM;
      case WARNING -> WARNING;
      case ERROR, CRITICAL -> ALARM;
    };
  }
}
