package io.hubtriage.notify.bulletin;

import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Notice;
import io.hubtriage.model.Cause;
import io.hubtriage.notify.text.Spoken;
import io.hubtriage.notify.text.Voice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What there is to say about a day: what was noise, what was not, and how sure that is. */
record DigestStory(Notice notice, Facts.OfDigest facts, Voice voice, Room room) {

  Bulletin tell(Links links) {
    String kicker = Headlines.kind(voice, notice.kind());
    String headline = headline();
    return new Bulletin(
        blind() ? Tone.WARNING : Tone.CALM,
        kicker,
        headline,
        voice.say(
            "place.day",
            "hub",
            new Spoken(voice.hub(facts.hub())),
            "from",
            facts.day().start(),
            "to",
            facts.day().end()),
        Headlines.preview(voice, kicker, headline, facts.hub()),
        sections(),
        links.hub(facts.hub()).stream().toList(),
        voice.say("small.notice", "notice", notice.id()));
  }

  private String headline() {
    if (blind()) {
      return voice.text("digest.headline.blind");
    }
    return facts.rows() == 0
        ? voice.text("digest.headline.quiet")
        : voice.say("digest.headline", "share", facts.noiseShare(), "rows", facts.rows());
  }

  /** No row at all is not a quiet day: a healthy hub logs connects. */
  private boolean blind() {
    return facts.coverage().newestRow().isEmpty();
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    if (blind()) {
      sections.add(new Section.Prose("", List.of(voice.text("digest.blind")), ""));
    } else if (facts.rows() > 0) {
      sections.add(explained());
      sections.add(attention());
    }
    sections.add(incidents());
    if (!facts.lives().isEmpty()) {
      sections.add(lives());
    }
    sections.add(data());
    if (!facts.advice().isEmpty()) {
      sections.add(
          new Section.Steps(
              voice.text("digest.advice"),
              facts.advice().stream().limit(room.findings()).map(voice::sentence).toList()));
    }
    return sections;
  }

  private Section explained() {
    String title = voice.text("digest.explained");
    List<Section.Fact> rows = causes(Cause::benign);
    return rows.isEmpty()
        ? new Section.Prose(title, List.of(voice.text("digest.explained.none")), "")
        : new Section.Facts(title, rows);
  }

  /** The unknown share is always told: an assistant that never doubts is not believed. */
  private Section attention() {
    List<Section.Fact> rows =
        new ArrayList<>(causes(cause -> !cause.benign() && cause != Cause.UNKNOWN));
    long unknown = facts.rowsByCause().getOrDefault(Cause.UNKNOWN, 0L);
    rows.add(new Section.Fact(voice.text("digest.unknown"), rows(unknown)));
    return new Section.Facts(voice.text("digest.attention"), rows);
  }

  private List<Section.Fact> causes(Predicate<Cause> which) {
    return facts.rowsByCause().entrySet().stream()
        .filter(e -> which.test(e.getKey()) && e.getValue() > 0)
        .sorted(
            Map.Entry.<Cause, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(e -> new Section.Fact(voice.title(e.getKey()), rows(e.getValue())))
        .toList();
  }

  private String rows(long rows) {
    return voice.say("digest.rows", "rows", rows, "share", (double) rows / facts.rows());
  }

  private Section incidents() {
    String title = voice.text("digest.incidents");
    if (facts.incidents().isEmpty()) {
      return new Section.Prose(title, List.of(voice.text("digest.incidents.none")), "");
    }
    List<Section.Row> rows =
        facts.incidents().stream()
            .limit(room.rows())
            .map(
                line ->
                    LineRow.of(
                        line,
                        voice,
                        voice.say(
                            "digest.incident",
                            "members",
                            line.members(),
                            "incident",
                            line.incidentId())))
            .toList();
    return new Section.Table(
        title,
        Headlines.columns(voice, "incident"),
        rows,
        LineRow.more(voice, facts.incidents().size() - rows.size()));
  }

  private Section lives() {
    return new Section.Steps(
        voice.text("digest.lives"),
        facts.lives().stream()
            .limit(Math.max(1, room.rows()))
            .map(
                life ->
                    voice.say(
                        "digest.life",
                        "sdk",
                        new Spoken(voice.sdk(life.cohort().sdk())),
                        "auth",
                        new Spoken(voice.named("auth", life.cohort().authType())),
                        "protocol",
                        new Spoken(voice.named("protocol", life.cohort().protocol())),
                        "life",
                        life.session(),
                        "sessions",
                        life.sessions()))
            .toList());
  }

  private Section data() {
    Facts.Coverage coverage = facts.coverage();
    String newest =
        coverage
            .newestRow()
            .map(at -> String.join(" / ", voice.moment(at)))
            .orElse(voice.text("digest.newest.none"));
    List<Section.Fact> data = new ArrayList<>();
    data.add(fact("newest", newest));
    data.add(
        fact(
            "minutes",
            voice.say(
                "digest.minutes.value",
                "minutes",
                coverage.minutesWithRows(),
                "all",
                coverage.minutes())));
    return new Section.Facts(voice.text("digest.data"), data);
  }

  private Section.Fact fact(String key, String value) {
    return new Section.Fact(voice.text("digest." + key), value);
  }
}
