package io.hubtriage.notify.bulletin;

import io.hubtriage.incident.NoticeKind;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Severity;
import io.hubtriage.notify.text.Spoken;
import io.hubtriage.notify.text.Voice;
import java.util.List;

/** The lines at the top that all bulletins share. */
final class Headlines {
  private Headlines() {}

  /** {@code Critical · New incident}. */
  static String kicker(Voice voice, NoticeKind kind, Severity severity) {
    return voice.text("severity." + severity.name().toLowerCase(java.util.Locale.ROOT))
        + " · "
        + kind(voice, kind);
  }

  /** {@code New incident}. */
  static String kind(Voice voice, NoticeKind kind) {
    return voice.text("kind." + kind.code());
  }

  /** The column names of a table of devices or incidents. */
  static List<String> columns(Voice voice, String what) {
    return List.of(
        voice.text("label." + what + ".name"),
        voice.text("label.device.state"),
        voice.text("label.device.since"));
  }

  static String preview(Voice voice, String kicker, String headline, Hub hub) {
    return voice.say(
        "preview",
        "kicker",
        new Spoken(kicker),
        "headline",
        new Spoken(headline),
        "hub",
        new Spoken(voice.hub(hub)));
  }
}
