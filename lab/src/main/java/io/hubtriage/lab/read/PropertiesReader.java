package io.hubtriage.lab.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.hubtriage.model.Client;
import io.hubtriage.model.Device;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads {@code properties}: JSON in a string, with {@code authType} as JSON in a string inside
 * again. A device writes the same text over and over, so most rows cost one look into a map.
 */
final class PropertiesReader {
  /** About 20 MB of text; beyond it everything is forgotten and learned again. */
  private static final int MOST_KNOWN = 50_000;

  private final Map<String, Properties> known = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  /**
   * Reads the text.
   *
   * @param json may be {@code ""}
   * @throws BadRecordException if it is not JSON
   */
  Properties read(String json) {
    if (json.isEmpty()) {
      return Properties.NONE;
    }
    Properties before = known.get(json);
    if (before != null) {
      return before;
    }
    if (known.size() >= MOST_KNOWN) {
      known.clear();
      texts.clear();
    }
    Properties read = properties(tree(json));
    known.put(json, read);
    return read;
  }

  private Properties properties(JsonNode node) {
    return new Properties(
        new Device(text(node, "deviceId"), text(node, "moduleId")),
        Client.of(text(node, "sdkVersion"), text(node, "protocol"), authType(node)),
        text(node, "maskedIpAddress"));
  }

  private String authType(JsonNode properties) {
    JsonNode auth = properties.path("authType");
    String text = auth.asText("").strip();
    JsonNode inside = text.startsWith("{") ? tree(text) : auth;
    return inside.isObject() ? text(inside, "type") : once(text);
  }

  private static JsonNode tree(String json) {
    try {
      return JsonSource.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new BadRecordException(
          "properties are not JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
    }
  }

  private String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isNull() ? "" : once(value.asText(""));
  }

  private String once(String text) {
    String before = texts.putIfAbsent(text, text);
    return before == null ? text : before;
  }
}
