package io.hubtriage.lab.backtest;

import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Notice;
import java.util.ArrayList;
import java.util.List;

/** Every message that would have been sent, in order. */
final class SentLog {
  private final List<Message> messages = new ArrayList<>();

  /**
   * One message.
   *
   * @param file its name in the folder of notices
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on as it is, never compared.
  record Message(Notice notice, String channel, String file, byte[] bytes) {
    /** Whether the message is about this incident. */
    boolean about(String incident) {
      return notice.facts() instanceof Facts.OfIncident facts
          && facts.incidentId().equals(incident);
    }
  }

  void add(Message message) {
    messages.add(message);
  }

  List<Message> messages() {
    return List.copyOf(messages);
  }
}
