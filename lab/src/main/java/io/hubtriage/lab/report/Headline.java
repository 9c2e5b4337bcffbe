package io.hubtriage.lab.report;

import io.hubtriage.incident.Incident;
import io.hubtriage.model.Cause;
import java.util.List;
import java.util.Map;

/**
 * The replay in a few numbers.
 *
 * @param noise the share of disconnect and error rows that need nobody
 * @param macroF1 {@code ""} without a truth
 */
record Headline(
    String source,
    String span,
    String length,
    String rows,
    String hubs,
    String noise,
    String noiseRows,
    String dropRows,
    String incidents,
    String open,
    String messages,
    String channels,
    String digests,
    String macroF1) {

  static Headline of(Story story) {
    List<Incident> incidents = story.incidents().stream().map(Story.OfIncident::incident).toList();
    long benign = rows(story, Need.BENIGN);
    long all = benign + rows(story, Need.ACTIONABLE) + rows(story, Need.UNKNOWN);
    long digests = story.messages().stream().filter(OfMessage::digest).count();
    long open = incidents.stream().filter(Incident::open).count();
    return new Headline(
        story.source(),
        Wording.span(story.span()),
        Wording.length(story.span().length()),
        Wording.count(story.rows(), "row"),
        Wording.count(story.hubs().size(), "hub"),
        all == 0 ? "–" : Wording.share(benign, all),
        Wording.number(benign),
        Wording.count(all, "disconnect and error row"),
        Wording.number(incidents.size()),
        incidents.isEmpty() ? "" : open == 0 ? "all over" : Wording.number(open) + " still open",
        Wording.number(story.messages().size() - digests),
        channels(story),
        Wording.number(digests),
        story.accuracy().map(a -> Wording.score(a.cause().macroF1())).orElse(""));
  }

  private static long rows(Story story, Need need) {
    return story.hubs().stream()
        .flatMap(h -> h.rowsByCause().entrySet().stream())
        .filter((Map.Entry<Cause, Long> e) -> Need.of(e.getKey()) == need)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static String channels(Story story) {
    return OfMessage.perChannel(
        story.messages().stream()
            .filter(m -> !OfMessage.digest(m))
            .map(Story.Message::channel)
            .toList());
  }
}
