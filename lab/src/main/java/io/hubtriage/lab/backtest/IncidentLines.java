package io.hubtriage.lab.backtest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubtriage.incident.Incident;
import java.util.List;
import java.util.stream.Stream;

/** {@code incidents.jsonl}: every incident and what was told of it, oldest first. */
final class IncidentLines {
  private IncidentLines() {}

  static Stream<ObjectNode> of(
      List<Incident> incidents, Memberships memberships, SentLog sent, Words words) {
    return incidents.stream().map(incident -> line(incident, memberships, sent, words));
  }

  private static ObjectNode line(
      Incident incident, Memberships memberships, SentLog sent, Words words) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("id", incident.id());
    line.put("hub", incident.hub().name());
    line.put("cause", incident.cause().code());
    line.put("severity", incident.severity().code());
    line.put("impact", incident.impact().code());
    line.put("openedAt", Iso.millis(incident.openedAt()));
    line.put("causeKnownAt", incident.causeKnownAt().map(Iso::millis).orElse(null));
    line.put("resolvedAt", incident.resolvedAt().map(Iso::millis).orElse(null));
    ArrayNode devices = line.putArray("devices");
    memberships.devices(incident.id()).forEach(device -> devices.add(device.label()));
    line.put("evidence", words.why(incident));
    ArrayNode notices = line.putArray("notices");
    for (SentLog.Message message : sent.messages()) {
      if (message.about(incident.id())) {
        ObjectNode notice = notices.addObject();
        notice.put("id", message.notice().id());
        notice.put("kind", message.notice().kind().code());
        notice.put("channel", message.channel());
        notice.put("at", Iso.millis(message.notice().at()));
        notice.put("bytes", message.bytes().length);
      }
    }
    return line;
  }
}
