package io.hubtriage.notify.bulletin;

import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Notice;
import io.hubtriage.notify.text.Spoken;
import io.hubtriage.notify.text.Voice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What there is to say when HubTriage itself does not see or cannot speak, or does so again. */
record BlindnessStory(Notice notice, Facts.OfBlindness facts, Voice voice, Room room) {

  Bulletin tell(Links links) {
    String kicker = kicker();
    String headline = headline();
    return new Bulletin(
        over() ? Tone.GOOD : Tone.of(facts.kind().severity()),
        kicker,
        headline,
        place(),
        Headlines.preview(voice, kicker, headline, facts.hub()),
        sections(),
        links.hub(facts.hub()).stream().toList(),
        voice.say("small.incident", "incident", facts.spellId(), "notice", notice.id()));
  }

  private String kicker() {
    return over()
        ? Headlines.kicker(voice, notice.kind(), facts.kind().severity())
        : voice.text("severity." + facts.kind().severity().code())
            + " · "
            + voice.text("blind.kicker");
  }

  private boolean over() {
    return facts.until().isPresent();
  }

  private String headline() {
    Spoken title = new Spoken(voice.text(key()));
    return over()
        ? voice.say("headline.resolved", "title", title, "length", length())
        : title.text();
  }

  private String place() {
    Spoken hub = new Spoken(voice.hub(facts.hub()));
    return over()
        ? voice.say("place.resolved", "hub", hub, "from", facts.since(), "to", end())
        : voice.say("place", "hub", hub, "since", facts.since(), "ago", length());
  }

  private List<Section> sections() {
    if (over()) {
      return List.of(new Section.Prose("", List.of(voice.text("blind.over")), ""));
    }
    List<Section> sections = new ArrayList<>();
    List<String> why = List.of(voice.sentence(facts.finding()));
    sections.add(new Section.Prose(voice.text("label.seen"), why, voice.text("blind.why")));
    sections.add(new Section.Steps(voice.text("label.todo"), steps()));
    return sections;
  }

  private List<String> steps() {
    List<String> steps = new ArrayList<>();
    for (int i = 1; i <= room.findings(); i++) {
      Optional<String> step = voice.language().find(key() + ".step." + i);
      if (step.isEmpty()) {
        break;
      }
      steps.add(step.get());
    }
    return steps;
  }

  private String key() {
    return "blind." + facts.kind().code();
  }

  private Duration length() {
    return Duration.between(facts.since(), end());
  }

  private Instant end() {
    return facts.until().orElse(notice.at());
  }
}
