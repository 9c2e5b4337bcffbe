package io.hubtriage.lab.backtest;

import io.hubtriage.incident.Incident;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Evidence.Finding;
import io.hubtriage.notify.text.Foreign;
import io.hubtriage.notify.text.Language;
import io.hubtriage.notify.text.Voice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The product's own words, in English, for files and the terminal. */
final class Words {
  private final Voice voice;

  Words(Instant now) {
    this.voice = new Voice(Language.of(Locale.ENGLISH), ZoneOffset.UTC, now, Foreign.PLAIN, 128);
  }

  /** Why an incident has its cause and what its devices share; {@code ""} if neither is known. */
  String why(Incident incident) {
    List<Finding> findings = new ArrayList<>(incident.findings().evidence().findings());
    findings.addAll(incident.findings().commonFactor().findings());
    return voice.sentences(findings, findings.size()).orElse("");
  }

  String title(Cause cause) {
    return voice.title(cause);
  }
}
