package io.hubtriage.notify.bulletin;

import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Impact;
import io.hubtriage.notify.text.Spoken;
import io.hubtriage.notify.text.Voice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What there is to say about an incident: how bad, why, what to do, who. */
record IncidentStory(
    Notice notice, Facts.OfIncident facts, Voice voice, Room room, Remedies remedies) {

  Bulletin tell(Links links) {
    String kicker = Headlines.kicker(voice, notice.kind(), facts.severity());
    String headline = headline();
    return new Bulletin(
        resolved() ? Tone.GOOD : Tone.of(facts.severity()),
        kicker,
        headline,
        place(),
        Headlines.preview(voice, kicker, headline, facts.hub()),
        sections(),
        links.of(facts),
        voice.say("small.incident", "incident", facts.incidentId(), "notice", notice.id()));
  }

  private String headline() {
    Spoken title = new Spoken(pending() ? voice.text("cause.pending") : voice.title(facts.cause()));
    if (resolved()) {
      return voice.say("headline.resolved", "title", title, "length", length());
    }
    if (facts.members() == 1 && facts.devices().size() == 1) {
      return voice.say(
          "headline.one",
          "title",
          title,
          "device",
          facts.devices().get(0).device().label(),
          "state",
          new Spoken(voice.text("state.one." + facts.impact().code())));
    }
    return voice.say("headline.many", "title", title, "state", new Spoken(state()));
  }

  private String state() {
    if (facts.members() <= 0) {
      return voice.text("state.hub." + facts.impact().code());
    }
    if (facts.impact() != Impact.OFFLINE) {
      return voice.say("state.many." + facts.impact().code(), "members", facts.members());
    }
    boolean all = facts.offline() <= 0 || facts.offline() >= facts.members();
    return all
        ? voice.say("state.all.offline", "members", facts.members())
        : voice.say("state.some.offline", "members", facts.members(), "offline", facts.offline());
  }

  private String place() {
    Spoken hub = new Spoken(voice.hub(facts.hub()));
    return resolved()
        ? voice.say("place.resolved", "hub", hub, "from", facts.span().start(), "to", end())
        : voice.say("place", "hub", hub, "since", facts.span().start(), "ago", length());
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    List<String> news = news();
    if (!news.isEmpty()) {
      sections.add(new Section.Prose("", news, ""));
    }
    why().ifPresent(sections::add);
    if (!resolved() && !facts.provisional()) {
      sections.add(
          new Section.Steps(
              voice.text("label.todo"),
              remedies.of(facts.cause()).solution().stream().map(voice::text).toList()));
    }
    if (!facts.devices().isEmpty()) {
      sections.add(devices());
    }
    List<Section.Fact> details = details();
    if (!details.isEmpty()) {
      sections.add(new Section.Facts(voice.text("label.details"), details));
    }
    return sections;
  }

  private List<String> news() {
    List<String> news = new ArrayList<>();
    switch (notice.kind()) {
      case GREW ->
          news.add(
              facts.newMembers() > 0
                  ? voice.say("news.grew", "joined", facts.newMembers(), "members", facts.members())
                  : voice.say("news.worse", "members", facts.members()));
      case UPGRADED ->
          facts
              .causeKnownAt()
              .map(known -> voice.say("news.upgraded", "length", since(facts.openedAt(), known)))
              .ifPresent(news::add);
      case REMINDER ->
          news.add(voice.say("news.reminder", "length", length(), "members", facts.members()));
      case RESOLVED ->
          news.add(voice.say("news.resolved", "length", length(), "members", facts.members()));
      default -> {} // The headline says it all.
    }
    if (resolved() && facts.offline() > 0) {
      news.add(voice.say("news.leftover", "offline", facts.offline()));
    }
    if (pending()) {
      news.add(voice.text("news.provisional"));
    }
    return news;
  }

  /** While provisional there is no cause to explain, only what was seen. */
  private Optional<Section> why() {
    List<String> paragraphs = new ArrayList<>();
    if (!facts.provisional()) {
      paragraphs.add(voice.text(remedies.of(facts.cause()).why()));
    }
    voice.sentences(facts.evidence().findings(), room.findings()).ifPresent(paragraphs::add);
    if (paragraphs.isEmpty()) {
      return Optional.empty();
    }
    String title = voice.text(facts.provisional() ? "label.seen" : "label.why");
    return Optional.of(new Section.Prose(title, paragraphs, confidence()));
  }

  /** How sure one can be of not knowing is no use to anybody. */
  private String confidence() {
    return facts.cause() == Cause.UNKNOWN
        ? ""
        : voice.say("detail.confidence", "confidence", facts.confidence());
  }

  private Section devices() {
    List<Section.Row> rows =
        facts.devices().stream()
            .limit(room.rows())
            .map(device -> DeviceRow.of(device, voice))
            .toList();
    int more = Math.max(facts.members(), facts.devices().size()) - rows.size();
    String rest =
        more <= 0
            ? ""
            : rows.isEmpty()
                ? voice.say("detail.unlisted", "members", more)
                : voice.say("detail.more", "more", more);
    return new Section.Table(
        voice.text("label.devices"), Headlines.columns(voice, "device"), rows, rest);
  }

  private List<Section.Fact> details() {
    List<Section.Fact> details = new ArrayList<>();
    voice
        .sentences(facts.commonFactor().findings(), room.findings())
        .ifPresent(common -> details.add(new Section.Fact(voice.text("label.common"), common)));
    int peak = facts.trend().stream().mapToInt(Integer::intValue).max().orElse(0);
    // A level line says nothing that the number of devices does not.
    if (facts.trend().stream().distinct().count() > 1) {
      Spoken line = new Spoken(Sparkline.of(facts.trend()));
      details.add(
          new Section.Fact(
              voice.text("label.trend"), voice.say("detail.trend", "line", line, "peak", peak)));
    }
    if (!facts.mergedIds().isEmpty()) {
      details.add(new Section.Fact(voice.text("label.merged"), merged()));
    }
    return details;
  }

  private String merged() {
    int shown = Math.min(facts.mergedIds().size(), Math.max(1, room.rows()));
    String ids =
        String.join(
            voice.text("list.between"),
            facts.mergedIds().subList(0, shown).stream().map(voice::foreign).toList());
    int more = facts.mergedIds().size() - shown;
    return more == 0
        ? ids
        : ids + voice.text("list.between") + voice.say("detail.more", "more", more);
  }

  /** Whether a cause is still to come; a provisional incident can also end without one. */
  private boolean pending() {
    return facts.provisional() && !resolved();
  }

  private boolean resolved() {
    return notice.kind() == NoticeKind.RESOLVED;
  }

  private Instant end() {
    return facts.resolvedAt().orElse(notice.at());
  }

  private Duration length() {
    return since(facts.span().start(), resolved() ? end() : notice.at());
  }

  /** Clocks of hub and app may differ by a little; nothing lasts less than nothing. */
  private static Duration since(Instant start, Instant end) {
    return end.isBefore(start) ? Duration.ZERO : Duration.between(start, end);
  }
}
