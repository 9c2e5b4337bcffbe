package io.hubtriage.notify.bulletin;

import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Notice;
import io.hubtriage.model.Severity;
import io.hubtriage.notify.text.Spoken;
import io.hubtriage.notify.text.Voice;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What there is to say about notices that did not fit the channel's budget: one line each. */
record SummaryStory(Notice notice, Facts.OfSummary facts, Voice voice, Room room) {
  /** Lines are short, so a summary shows more of them than an incident shows devices. */
  private static final int LINES_PER_ROW = 2;

  Bulletin tell(Links links) {
    String kicker = Headlines.kind(voice, notice.kind());
    String headline = voice.say("summary.headline", "notices", facts.lines().size());
    Severity worst =
        facts.lines().stream()
            .map(Facts.Line::severity)
            .max(Comparator.naturalOrder())
            .orElse(Severity.INFO);
    return new Bulletin(
        Tone.of(worst),
        kicker,
        headline,
        voice.say(
            "place", "hub", new Spoken(voice.hub(facts.hub())), "since", first(), "ago", age()),
        Headlines.preview(voice, kicker, headline, facts.hub()),
        List.of(new Section.Prose("", List.of(voice.text("summary.why")), ""), lines()),
        links.hub(facts.hub()).stream().toList(),
        voice.say("small.notice", "notice", notice.id()));
  }

  private Duration age() {
    return Duration.between(first(), notice.at());
  }

  private Instant first() {
    return facts.lines().stream()
        .map(Facts.Line::openedAt)
        .min(Comparator.naturalOrder())
        .orElse(notice.at());
  }

  private Section lines() {
    List<Section.Row> rows =
        facts.lines().stream()
            .limit((long) room.rows() * LINES_PER_ROW)
            .map(line -> LineRow.of(line, voice, detail(line)))
            .toList();
    return new Section.Table(
        "",
        Headlines.columns(voice, "incident"),
        rows,
        LineRow.more(voice, facts.lines().size() - rows.size()));
  }

  private String detail(Facts.Line line) {
    return voice.say(
        "summary.line",
        "kind",
        new Spoken(Headlines.kind(voice, line.kind())),
        "members",
        line.members(),
        "incident",
        line.incidentId());
  }
}
