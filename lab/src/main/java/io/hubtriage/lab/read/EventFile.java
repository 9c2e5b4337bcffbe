package io.hubtriage.lab.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.hubtriage.events.BadEventException;
import io.hubtriage.events.ConnectionEvents;
import io.hubtriage.lab.cli.InputException;
import io.hubtriage.model.ConnectionEvent;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads {@code events.jsonl}: events in Event Grid's schema or as CloudEvents 1.0, one or an array
 * a line, with an optional {@code receivedAt} (without it an event counts as received when it
 * happened). Events of other types are counted as others.
 */
public final class EventFile {
  private EventFile() {}

  /**
   * Hands every connection event on.
   *
   * @throws InputException if the file is missing, unreadable or not JSON
   */
  public static ReadReport read(Path file, Consumer<ReceivedEvent> events) {
    Tally tally = new Tally();
    JsonRecords.read(
        file,
        tally,
        record -> {
          if (!ConnectionEvents.isConnection(record)) {
            tally.other();
            return;
          }
          events.accept(received(record));
          tally.row();
        });
    return tally.report();
  }

  private static ReceivedEvent received(JsonNode record) {
    try {
      ConnectionEvent event = ConnectionEvents.of(record);
      String received = JsonRecords.text(record, "receivedAt");
      return new ReceivedEvent(
          event, received.isEmpty() ? event.eventTime() : Times.parse(received));
    } catch (BadEventException e) {
      throw new BadRecordException(String.valueOf(e.getMessage()));
    }
  }
}
