package io.hubtriage.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubtriage.events.ReadEvents.Unusable;
import io.hubtriage.model.ConnectionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what Event Grid delivers, in its own schema or as CloudEvents 1.0: one event, or an array
 * of them. A bad event never costs the others. JSON that breaks off costs what stands behind the
 * break.
 */
public final class EventReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String text;
  private final List<ConnectionEvent> connections = new ArrayList<>();
  private final List<Unusable> unusable = new ArrayList<>();
  private int validations;
  private int others;

  private EventReader(String text) {
    this.text = text;
  }

  /** Reads one delivery. Never throws, whatever the text. */
  public static ReadEvents read(String delivery) {
    EventReader reader = new EventReader(delivery);
    reader.read();
    return new ReadEvents(reader.connections, reader.unusable, reader.validations, reader.others);
  }

  private void read() {
    int sound = 0;
    try (JsonParser parser = JSON.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (!encloses(token, parser)) {
          take(JSON.readTree(parser));
        }
        sound = (int) parser.currentLocation().getCharOffset();
      }
      if (sound == 0) {
        unusable.add(new Unusable(text, "empty"));
      }
    } catch (JsonProcessingException e) {
      unusable.add(new Unusable(text.substring(sound), "not JSON: " + reason(e)));
    } catch (IOException e) {
      throw new UncheckedIOException("reading a text in memory", e);
    }
  }

  /** Whether it opens or closes the array around the events; an array in it is a bad event. */
  private static boolean encloses(JsonToken token, JsonParser parser) {
    return token == JsonToken.END_ARRAY
        || (token == JsonToken.START_ARRAY && parser.getParsingContext().getParent().inRoot());
  }

  private void take(JsonNode event) {
    String type = ConnectionEvents.type(event);
    if (type.equals("Microsoft.EventGrid.SubscriptionValidationEvent")) {
      validations++;
      return;
    }
    if (event.isObject() && !type.isEmpty() && !ConnectionEvents.isConnection(event)) {
      others++;
      return;
    }
    try {
      connections.add(ConnectionEvents.of(event));
    } catch (BadEventException e) {
      unusable.add(new Unusable(event.toString(), String.valueOf(e.getMessage())));
    }
  }

  private static String reason(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("broken");
  }
}
