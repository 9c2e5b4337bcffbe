package io.hubtriage.lab.report;

import io.hubtriage.incident.Incident;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Everything the template shows, from top to bottom.
 *
 * @param hubs all of them if they are few, otherwise those with incidents
 * @param calm the others, folded away
 * @param other digests and summaries, and whatever is about no listed incident
 * @param faults at most {@value #MOST_FAULTS}
 * @param moreFaults how many more there are; {@code ""} if none
 * @param scores empty without a truth
 */
record Page(
    Headline headline,
    List<OfHub> hubs,
    List<OfHub> calm,
    String calmCount,
    List<OfIncident> incidents,
    List<OfMessage> other,
    String otherCount,
    List<Noise> noise,
    List<Coverage> coverage,
    List<String> faults,
    String faultCount,
    String moreFaults,
    List<Scores> scores) {
  /** Most messages whose text is on the page; the others are links. */
  static final int MOST_BODIES = 200;

  /** So many hubs are drawn at once even if nothing happened on them. */
  private static final int FEW_HUBS = 4;

  private static final int MOST_FAULTS = 100;

  static Page of(Story story) {
    List<OfIncident> incidents =
        story.incidents().stream().map(i -> OfIncident.of(i, about(i, story), story)).toList();
    List<String> ids = story.incidents().stream().map(i -> i.incident().id()).toList();
    List<OfMessage> other =
        messages(story, m -> OfMessage.about(m).filter(ids::contains).isEmpty());
    int hidden = story.faults().size() - MOST_FAULTS;
    return new Page(
        Headline.of(story),
        drawn(story, h -> !calm(h, story)),
        drawn(story, h -> calm(h, story)),
        Wording.count(story.hubs().stream().filter(h -> calm(h, story)).count(), "hub"),
        incidents,
        other,
        Wording.count(other.size(), "message"),
        Noise.tables(story.hubs()),
        story.hubs().stream().map(h -> Coverage.of(h, story.span())).toList(),
        story.faults().stream().limit(MOST_FAULTS).toList(),
        Wording.count(story.faults().size(), "fault"),
        hidden > 0 ? Wording.number(hidden) : "",
        story.accuracy().map(Scores::of).orElse(List.of()));
  }

  private static List<OfHub> drawn(Story story, Predicate<Story.OfHub> wanted) {
    return story.hubs().stream()
        .filter(wanted)
        .map(h -> OfHub.of(h, on(h, story), story.span()))
        .toList();
  }

  private static boolean calm(Story.OfHub hub, Story story) {
    return story.hubs().size() > FEW_HUBS && on(hub, story).isEmpty();
  }

  private static List<Incident> on(Story.OfHub hub, Story story) {
    return story.incidents().stream()
        .map(Story.OfIncident::incident)
        .filter(i -> i.hub().equals(hub.hub()))
        .toList();
  }

  private static List<OfMessage> about(Story.OfIncident incident, Story story) {
    Optional<String> id = Optional.of(incident.incident().id());
    return messages(story, m -> OfMessage.about(m).equals(id));
  }

  private static List<OfMessage> messages(Story story, Predicate<Story.Message> wanted) {
    List<OfMessage> messages = new ArrayList<>();
    IntStream.range(0, story.messages().size())
        .filter(i -> wanted.test(story.messages().get(i)))
        .forEach(i -> messages.add(message(story.messages().get(i), i)));
    return messages;
  }

  private static OfMessage message(Story.Message message, int place) {
    return OfMessage.of(
        message, place < MOST_BODIES ? Optional.of(Body.of(message)) : Optional.empty());
  }
}
