package io.hubtriage.lab.backtest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Notice;
import java.util.stream.Stream;

/** {@code messages.jsonl}: what each file in {@code notices} is, in the order of sending. */
final class MessageLines {
  private MessageLines() {}

  static Stream<ObjectNode> of(SentLog sent) {
    return sent.messages().stream().map(MessageLines::line);
  }

  private static ObjectNode line(SentLog.Message message) {
    Notice notice = message.notice();
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("file", message.file());
    line.put("id", notice.id());
    line.put("kind", notice.kind().code());
    line.put("channel", message.channel());
    line.put("at", Iso.millis(notice.at()));
    line.put("hub", notice.facts().hub().name());
    line.put(
        "incident", notice.facts() instanceof Facts.OfIncident facts ? facts.incidentId() : null);
    return line;
  }
}
