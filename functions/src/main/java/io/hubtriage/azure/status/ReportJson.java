package io.hubtriage.azure.status;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubtriage.incident.Deliveries.Tally;
import io.hubtriage.incident.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A report as JSON; what is not known is left out. docs/settings.md describes it. */
public final class ReportJson {
  private ReportJson() {}

  /** The text, indented for people. */
  public static String write(Report report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("at", report.at().toString()).put("seeing", report.seeing());
    ArrayNode problems = json.putArray("problems");
    for (Problem problem : report.problems()) {
      problems
          .addObject()
          .put("weight", problem.weight().name().toLowerCase(Locale.ROOT))
          .put("what", problem.what())
          .put("do", problem.remedy());
    }
    ArrayNode hubs = json.putArray("hubs");
    report.hubs().forEach(hub -> write(hubs.addObject(), hub, report));
    report.parked().ifPresent(count -> json.put("parkedEvents", count));
    ArrayNode channels = json.putArray("channels");
    report.channels().forEach((name, tally) -> write(channels.addObject(), name, tally));
    return json.toPrettyString();
  }

  private static void write(ObjectNode json, HubReport hub, Report report) {
    json.put("hub", hub.hub().name()).put("resourceId", hub.hub().resourceId());
    ObjectNode log = json.putObject("log");
    put(log, "watermark", hub.watermark());
    put(log, "newestRow", hub.newestRow());
    hub.newestRow()
        .map(newest -> Duration.between(newest, report.at()).toSeconds())
        .ifPresent(
            age ->
                log.put("newestRowAgeSeconds", age)
                    .put("ingestionLagAtMostSeconds", Math.max(0, age)));
    log.put("lateRowsWaitedForSeconds", report.settle().toSeconds());
    ObjectNode events = json.putObject("events");
    put(events, "sweptAt", hub.eventsSweptAt());
    events.put("devicesAway", hub.away());
    ArrayNode open = json.putArray("openIncidents");
    hub.open().forEach(incident -> write(open.addObject(), incident));
  }

  private static void write(ObjectNode json, Incident incident) {
    json.put("id", incident.id())
        .put("cause", incident.cause().code())
        .put("severity", incident.severity().name().toLowerCase(Locale.ROOT))
        .put("impact", incident.impact().name().toLowerCase(Locale.ROOT))
        .put("openedAt", incident.openedAt().toString())
        .put("devices", incident.roster().count());
  }

  private static void write(ObjectNode json, String channel, Tally tally) {
    json.put("channel", channel);
    put(json, "lastSent", tally.lastSent());
    json.put("sent", tally.sent())
        .put("waiting", tally.waiting())
        .put("rejected", tally.rejected())
        .put("poisoned", tally.givenUp());
    tally.lastRejection().ifPresent(why -> json.put("lastRejection", why));
  }

  private static void put(ObjectNode json, String field, Optional<Instant> at) {
    at.ifPresent(t -> json.put(field, t.toString()));
  }
}
