package io.hubtriage.azure.status;

import io.hubtriage.model.Hub;
import io.hubtriage.notify.text.Foreign;
import io.hubtriage.notify.text.Language;
import io.hubtriage.notify.text.Voice;
import io.hubtriage.watch.Sight;
import io.hubtriage.watch.Watch;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/** What the watch sees, in the words its notices have. */
final class Words {
  private static final int LONGEST = 200;

  private Words() {}

  static Problem problem(Hub hub, Sight sight, Instant now) {
    Language english = Language.of(Locale.ENGLISH);
    Voice voice = new Voice(english, ZoneOffset.UTC, now, Foreign.PLAIN, LONGEST);
    String place = hub.equals(Watch.ITSELF) ? "" : "hub " + hub.name() + ": ";
    StringJoiner remedy = new StringJoiner(" ");
    String step = "blind." + sight.kind().code() + ".step.";
    int number = 1;
    for (Optional<String> next = english.find(step + number);
        next.isPresent();
        next = english.find(step + number)) {
      remedy.add(next.get());
      number++;
    }
    return Problem.blind(place + voice.sentence(sight.finding()), remedy.toString());
  }
}
