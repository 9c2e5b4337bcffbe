package io.hubtriage.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.hubtriage.model.ConnectionEvent;
import io.hubtriage.model.ConnectionEvent.State;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** One connection event as JSON, in Event Grid's schema or as a CloudEvent. */
public final class ConnectionEvents {
  private static final Map<String, State> TYPES =
      Map.of(
          "Microsoft.Devices.DeviceConnected", State.CONNECTED,
          "Microsoft.Devices.DeviceDisconnected", State.DISCONNECTED);
  private static final int DIGITS = 64;
  private static final Pattern HEX = Pattern.compile("[0-9A-F]{1," + DIGITS + "}");

  private ConnectionEvents() {}

  /** Whether the event's type is one of the two that tell of connections. */
  public static boolean isConnection(JsonNode event) {
    return TYPES.containsKey(type(event));
  }

  /** The event's type, or {@code ""}. */
  static String type(JsonNode event) {
    return either(event, "eventType", "type");
  }

  /**
   * Reads an event.
   *
   * @throws BadEventException if a part of it is missing or makes no sense
   */
  public static ConnectionEvent of(JsonNode event) throws BadEventException {
    State state = TYPES.get(type(event));
    if (state == null) {
      throw new BadEventException("not a connection event");
    }
    JsonNode data = event.path("data");
    return new ConnectionEvent(
        hub(event, data),
        new Device(required(data, "deviceId"), text(data, "moduleId")),
        state,
        time(either(event, "eventTime", "time")),
        sequenceNumber(required(data.path("deviceConnectionStateEventInfo"), "sequenceNumber")));
  }

  /** The topic may carry a subscription behind a hash. */
  private static Hub hub(JsonNode event, JsonNode data) throws BadEventException {
    String id = either(event, "topic", "source");
    int hash = id.indexOf('#');
    String resource = hash < 0 ? id : id.substring(0, hash);
    return new Hub(resource.isBlank() ? required(data, "hubName") : resource);
  }

  /** Without an offset a time is UTC. */
  private static Instant time(String text) throws BadEventException {
    try {
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
      return time instanceof OffsetDateTime known
          ? known.toInstant()
          : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new BadEventException("not a time: \"" + text + "\"");
    }
  }

  /** Text order is the documented order, which holds only at equal length and case. */
  private static String sequenceNumber(String text) throws BadEventException {
    String hex = text.strip().toUpperCase(Locale.ROOT);
    if (!HEX.matcher(hex).matches()) {
      throw new BadEventException("not a sequence number of up to 64 hex digits: " + text);
    }
    return "0".repeat(DIGITS - hex.length()) + hex;
  }

  private static String either(JsonNode event, String eventGrid, String cloudEvents) {
    String text = text(event, eventGrid);
    return text.isEmpty() ? text(event, cloudEvents) : text;
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isNull() ? "" : value.asText("");
  }

  private static String required(JsonNode node, String field) throws BadEventException {
    String text = text(node, field);
    if (text.isBlank()) {
      throw new BadEventException("an event without " + field);
    }
    return text;
  }
}
