package io.hubtriage.lab.report;

import io.hubtriage.incident.Incident;
import io.hubtriage.model.Device;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * An incident, as a line of the table and as a section.
 *
 * @param state {@code open}, or when it was resolved
 * @param opening how long after its first row it was opened, and when its cause was known
 * @param devices the most there were at once
 * @param listed the first devices, by name
 * @param more how many are not listed; {@code ""} if all are
 * @param merged what became of it if another incident took it in, or which ones it took in
 * @param told messages per channel
 */
record OfIncident(
    String id,
    String anchor,
    String href,
    String hub,
    String cause,
    String severity,
    String impact,
    String opened,
    String state,
    String going,
    String lasted,
    String opening,
    String network,
    String devices,
    String peak,
    List<String> listed,
    String more,
    String evidence,
    String confidence,
    String merged,
    String told,
    IncidentChart chart,
    List<OfMessage> messages) {
  private static final int MOST_DEVICES = 50;

  static OfIncident of(Story.OfIncident of, List<OfMessage> messages, Story story) {
    Incident i = of.incident();
    List<Device> devices = of.devices();
    int hidden = devices.size() - MOST_DEVICES;
    return new OfIncident(
        i.id(),
        anchor(i),
        "#" + anchor(i),
        i.hub().name(),
        i.cause().code(),
        i.severity().code(),
        i.impact().code(),
        Wording.time(i.openedAt()),
        i.resolvedAt().map(Wording::time).orElse("open"),
        i.open() ? "open" : "",
        Wording.length(
            Duration.between(i.span().start(), i.resolvedAt().orElse(story.span().end()))),
        opening(i),
        i.network(),
        Wording.number(i.roster().peak()),
        who(i, devices.size()),
        devices.stream().limit(MOST_DEVICES).map(Device::label).toList(),
        hidden > 0 ? "and " + Wording.number(hidden) + " more" : "",
        of.evidence(),
        String.format(Locale.ROOT, "%.0f%%", 100 * i.findings().confidence()),
        merged(i, story.incidents()),
        OfMessage.perChannel(messages.stream().map(OfMessage::channel).toList()),
        IncidentChart.of(i, story),
        messages);
  }

  /** Where the page's links to the incident lead. */
  static String anchor(Incident incident) {
    return "incident-" + incident.id();
  }

  private static String who(Incident incident, int all) {
    int peak = incident.roster().peak();
    return peak == all
        ? Wording.count(all, "device")
        : Wording.count(all, "device") + ", at most " + Wording.number(peak) + " at once";
  }

  private static String opening(Incident i) {
    String opened =
        "opened "
            + Wording.length(Duration.between(i.span().start(), i.openedAt()))
            + " after its first row";
    return i.causeKnownAt()
        .map(
            known ->
                known.isAfter(i.openedAt())
                    ? opened
                        + ", cause known "
                        + Wording.length(Duration.between(i.openedAt(), known))
                        + " later"
                    : opened)
        .orElse(opened + ", cause not known");
  }

  private static String merged(Incident incident, List<Story.OfIncident> all) {
    String into =
        all.stream()
            .map(Story.OfIncident::incident)
            .filter(i -> i.mergedIds().contains(incident.id()))
            .map(i -> "taken in by " + i.id())
            .findFirst()
            .orElse("");
    String from =
        incident.mergedIds().isEmpty() ? "" : "took in " + String.join(", ", incident.mergedIds());
    return into.isEmpty() || from.isEmpty() ? into + from : from + "; " + into;
  }
}
