package io.hubtriage.lab.report;

import io.hubtriage.incident.Facts;
import io.hubtriage.incident.NoticeKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A message that would have been sent.
 *
 * @param about the hub, for those that are about no incident
 * @param fileHref leads to its exact bytes
 * @param body empty if it can only be read in its file
 */
record OfMessage(
    String kind,
    String channel,
    String time,
    String size,
    String about,
    String file,
    String fileHref,
    List<Body> body) {

  static OfMessage of(Story.Message message, Optional<Body> body) {
    int bytes = message.body().getBytes(StandardCharsets.UTF_8).length;
    return new OfMessage(
        message.notice().kind().code(),
        message.channel(),
        Wording.time(message.notice().at()),
        Wording.size(bytes),
        about(message).isPresent() ? "" : message.notice().facts().hub().name(),
        message.file(),
        "notices/" + URLEncoder.encode(message.file(), StandardCharsets.UTF_8).replace("+", "%20"),
        body.stream().toList());
  }

  /** The incident a message is about; empty for digests and summaries. */
  static Optional<String> about(Story.Message message) {
    return message.notice().facts() instanceof Facts.OfIncident facts
        ? Optional.of(facts.incidentId())
        : Optional.empty();
  }

  /** How many there are on each channel, in words; {@code none} if there are none. */
  static String perChannel(List<String> channels) {
    Map<String, Long> counts =
        channels.stream()
            .collect(Collectors.groupingBy(c -> c, TreeMap::new, Collectors.counting()));
    return counts.isEmpty()
        ? "none"
        : counts.entrySet().stream()
            .map(e -> e.getKey() + " " + Wording.number(e.getValue()))
            .collect(Collectors.joining(" · "));
  }

  static boolean digest(Story.Message message) {
    return message.notice().kind() == NoticeKind.DIGEST;
  }
}
