package io.hubtriage.lab.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.hubtriage.lab.cli.InputException;
import io.hubtriage.lab.read.ConnectionEvent.State;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads {@code events.jsonl}: events in Event Grid's schema or as CloudEvents 1.0, one or an array
 * a line, with an optional {@code receivedAt} (without it an event counts as received when it
 * happened). Events of other types are counted as others.
 */
public final class EventFile {
  private static final int DIGITS = 64;
  private static final Pattern HEX = Pattern.compile("[0-9A-F]{1," + DIGITS + "}");

  private EventFile() {}

  /**
   * Hands every connection event on.
   *
   * @throws InputException if the file is missing, unreadable or not JSON
   */
  public static ReadReport read(Path file, Consumer<ConnectionEvent> events) {
    Tally tally = new Tally();
    JsonRecords.read(
        file,
        tally,
        record -> {
          Optional<State> state = state(either(record, "eventType", "type"));
          if (state.isEmpty()) {
            tally.other();
            return;
          }
          events.accept(event(record, state.get()));
          tally.row();
        });
    return tally.report();
  }

  private static Optional<State> state(String type) {
    return switch (type) {
      case "Microsoft.Devices.DeviceConnected" -> Optional.of(State.CONNECTED);
      case "Microsoft.Devices.DeviceDisconnected" -> Optional.of(State.DISCONNECTED);
      default -> Optional.empty();
    };
  }

  private static ConnectionEvent event(JsonNode record, State state) {
    JsonNode data = record.path("data");
    Instant time = Times.parse(either(record, "eventTime", "time"));
    String received = JsonRecords.text(record, "receivedAt");
    return new ConnectionEvent(
        hub(record, data),
        new Device(JsonRecords.required(data, "deviceId"), JsonRecords.text(data, "moduleId")),
        state,
        time,
        sequenceNumber(
            JsonRecords.required(data.path("deviceConnectionStateEventInfo"), "sequenceNumber")),
        received.isEmpty() ? time : Times.parse(received));
  }

  private static Hub hub(JsonNode record, JsonNode data) {
    String id = either(record, "topic", "source").replaceFirst("#.*", "");
    return new Hub(id.isBlank() ? JsonRecords.required(data, "hubName") : id);
  }

  private static String either(JsonNode record, String eventGrid, String cloudEvents) {
    String text = JsonRecords.text(record, eventGrid);
    return text.isEmpty() ? JsonRecords.text(record, cloudEvents) : text;
  }

  /** Text order is the documented order, which holds only at equal length and case. */
  private static String sequenceNumber(String text) {
    String hex = text.strip().toUpperCase(Locale.ROOT);
    if (!HEX.matcher(hex).matches()) {
      throw new BadRecordException("not a sequence number of up to 64 hex digits: " + text);
    }
    return "0".repeat(DIGITS - hex.length()) + hex;
  }
}
