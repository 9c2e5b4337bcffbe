package io.hubtriage.lab.backtest;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Evidence;
import io.hubtriage.notify.text.Foreign;
import io.hubtriage.notify.text.Language;
import io.hubtriage.notify.text.Voice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/** The product's own words, in English, for files and the terminal. */
final class Words {
  private final Voice voice;

  Words(Instant now) {
    this.voice = new Voice(Language.of(Locale.ENGLISH), ZoneOffset.UTC, now, Foreign.PLAIN, 128);
  }

  /** Every finding as a sentence; {@code ""} without any. */
  String sentences(Evidence evidence) {
    return voice.sentences(evidence.findings(), evidence.findings().size()).orElse("");
  }

  String title(Cause cause) {
    return voice.title(cause);
  }
}
