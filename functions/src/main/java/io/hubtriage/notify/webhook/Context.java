package io.hubtriage.notify.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Notice;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Evidence;
import io.hubtriage.model.Window;
import io.hubtriage.notify.bulletin.Bulletin;
import io.hubtriage.notify.bulletin.Room;
import io.hubtriage.notify.bulletin.Section;
import io.hubtriage.notify.text.Voice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What only HubTriage knows of an alert. Absent facts are left out, never null; lists say in a
 * {@code more...} field how many they left out.
 */
record Context(Voice voice, Room room) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int LINES_PER_ROW = 10;
  private static final int LONGEST_TREND = 60;

  ObjectNode incident(Notice notice, Facts.OfIncident facts, Bulletin bulletin) {
    ObjectNode node = common(notice, bulletin);
    node.put("incidentId", voice.foreign(facts.incidentId()));
    node.put("cause", facts.cause().code());
    node.put("causeTitle", voice.title(facts.cause()));
    node.put("severity", facts.severity().code());
    node.put("provisional", facts.provisional());
    node.put("impact", facts.impact().code());
    node.put("confidence", share(facts.confidence()));
    node.put("members", facts.members());
    node.put("offline", facts.offline());
    node.put("newMembers", facts.newMembers());
    put(node, "openedAt", Optional.of(facts.openedAt()));
    put(node, "causeKnownAt", facts.causeKnownAt());
    put(node, "resolvedAt", facts.resolvedAt());
    node.set("span", span(facts.span()));
    node.set("evidence", sentences(facts.evidence().findings()));
    node.set("commonFactor", sentences(facts.commonFactor().findings()));
    node.set("remediation", remediation(bulletin));
    members(node, facts);
    return links(node, bulletin);
  }

  ObjectNode digest(Notice notice, Facts.OfDigest facts, Bulletin bulletin) {
    ObjectNode node = common(notice, bulletin);
    node.set("day", span(facts.day()));
    node.put("rows", facts.rows());
    node.put("noiseShare", share(facts.noiseShare()));
    ObjectNode causes = node.putObject("rowsByCause");
    new TreeMap<Cause, Long>(facts.rowsByCause()).forEach((c, rows) -> causes.put(c.code(), rows));
    lines(node, facts.incidents());
    ArrayNode lives = node.putArray("tokenLives");
    facts.lives().stream().limit(room.rows()).forEach(life -> lives.add(life(life)));
    ObjectNode coverage = node.putObject("coverage");
    put(coverage, "newestRow", facts.coverage().newestRow());
    coverage.put("minutesWithRows", facts.coverage().minutesWithRows());
    coverage.put("minutes", facts.coverage().minutes());
    node.set("advice", sentences(facts.advice()));
    return links(node, bulletin);
  }

  ObjectNode summary(Notice notice, Facts.OfSummary facts, Bulletin bulletin) {
    ObjectNode node = common(notice, bulletin);
    lines(node, facts.lines());
    return links(node, bulletin);
  }

  ObjectNode blindness(Notice notice, Facts.OfBlindness facts, Bulletin bulletin) {
    ObjectNode node = common(notice, bulletin);
    node.put("spellId", voice.foreign(facts.spellId()));
    node.put("blindness", facts.kind().code());
    node.put("severity", facts.kind().severity().code());
    put(node, "since", Optional.of(facts.since()));
    put(node, "until", facts.until());
    node.set("evidence", sentences(List.of(facts.finding())));
    node.set("remediation", remediation(bulletin));
    return links(node, bulletin);
  }

  private ObjectNode common(Notice notice, Bulletin bulletin) {
    ObjectNode node = JSON.objectNode();
    node.put("noticeId", notice.id());
    node.put("noticeKind", notice.kind().code());
    node.put("noticeAt", notice.at().toString());
    node.put("language", voice.language().locale().getLanguage());
    node.put("hub", voice.hub(notice.facts().hub()));
    return node.put("headline", bulletin.headline());
  }

  private void members(ObjectNode node, Facts.OfIncident facts) {
    ArrayNode devices = node.putArray("devices");
    facts.devices().stream()
        .limit(Math.min(room.rows(), Facts.MAX_DEVICES))
        .forEach(d -> devices.add(device(d)));
    node.put("moreDevices", Math.max(0, facts.members() - devices.size()));
    ArrayNode merged = node.putArray("mergedIds");
    facts.mergedIds().stream().limit(room.rows()).forEach(id -> merged.add(voice.foreign(id)));
    node.put("moreMergedIds", facts.mergedIds().size() - merged.size());
    ArrayNode trend = node.putArray("trend");
    facts.trend().stream().limit(LONGEST_TREND).forEach(trend::add);
  }

  private ObjectNode device(Facts.Affected affected) {
    ObjectNode node = JSON.objectNode();
    node.put("deviceId", voice.foreign(affected.device().deviceId()));
    text(node, "moduleId", affected.device().moduleId());
    text(node, "sdk", affected.client().sdk());
    text(node, "sdkVersion", affected.client().sdkVersion());
    text(node, "protocol", affected.client().protocol());
    text(node, "authType", affected.client().authType());
    text(node, "network", affected.network());
    node.put("impact", affected.impact().code());
    node.put("since", affected.since().toString());
    node.put("lastRow", affected.lastRow().toString());
    return node.put("rows", affected.rows());
  }

  private void lines(ObjectNode node, List<Facts.Line> lines) {
    ArrayNode incidents = node.putArray("incidents");
    lines.stream()
        .limit((long) room.rows() * LINES_PER_ROW)
        .forEach(line -> incidents.add(line(line)));
    node.put("moreIncidents", lines.size() - incidents.size());
  }

  private ObjectNode line(Facts.Line line) {
    ObjectNode node = JSON.objectNode();
    node.put("incidentId", voice.foreign(line.incidentId()));
    node.put("noticeKind", line.kind().code());
    node.put("cause", line.cause().code());
    node.put("severity", line.severity().code());
    node.put("impact", line.impact().code());
    node.put("members", line.members());
    node.put("openedAt", line.openedAt().toString());
    put(node, "resolvedAt", line.resolvedAt());
    return node;
  }

  private ObjectNode life(Facts.Life life) {
    ObjectNode node = JSON.objectNode();
    text(node, "sdk", life.cohort().sdk());
    text(node, "authType", life.cohort().authType());
    text(node, "protocol", life.cohort().protocol());
    node.put("sessionSeconds", life.session().toSeconds());
    return node.put("sessions", life.sessions());
  }

  private ArrayNode sentences(List<Evidence.Finding> findings) {
    ArrayNode array = JSON.arrayNode();
    findings.stream().limit(room.findings()).forEach(f -> array.add(voice.sentence(f)));
    return array;
  }

  /** What the bulletin says is to be done, so that all channels advise the same. */
  private ArrayNode remediation(Bulletin bulletin) {
    ArrayNode array = JSON.arrayNode();
    String title = voice.text("label.todo");
    for (Section section : bulletin.sections()) {
      if (section instanceof Section.Steps steps && steps.title().equals(title)) {
        steps.lines().forEach(array::add);
      }
    }
    return array;
  }

  private static ObjectNode links(ObjectNode node, Bulletin bulletin) {
    ArrayNode links = node.putArray("links");
    bulletin
        .links()
        .forEach(link -> links.addObject().put("title", link.title()).put("url", link.url()));
    return node;
  }

  private static ObjectNode span(Window window) {
    return JSON.objectNode()
        .put("start", window.start().toString())
        .put("end", window.end().toString());
  }

  private void text(ObjectNode node, String name, String text) {
    if (!text.isEmpty()) {
      node.put(name, voice.foreign(text));
    }
  }

  private static void put(ObjectNode node, String name, Optional<Instant> at) {
    at.ifPresent(instant -> node.put(name, instant.toString()));
  }

  /** Three digits are all that such a number means. */
  private static double share(double value) {
    return Math.round(value * 1_000) / 1_000.0;
  }
}
