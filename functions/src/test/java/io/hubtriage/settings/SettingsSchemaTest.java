package io.hubtriage.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubtriage.model.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Keeps schema and parser in step. Both are walked along the sample file, which has every key: in
 * each object of it a key nobody knows makes the parser tell the keys it knows.
 */
final class SettingsSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NOBODY_KNOWS = "qqqqqqqqqqqq";

  private JsonNode schema = JSON.createObjectNode();
  private JsonNode sample = JSON.createObjectNode();

  @BeforeEach
  void read() throws IOException {
    schema =
        JSON.readTree(
            Files.readString(
                Path.of("src/main/resources/io/hubtriage/settings/hubtriage.schema.json")));
    sample = JSON.readTree(Files.readString(SettingsTest.SAMPLE));
  }

  @Test
  void everyObjectHasTheSameKeysInSchemaAndParser() {
    List<Place> objects = objects();
    assertThat(objects).hasSizeGreaterThan(20);
    for (Place place : objects) {
      ((ObjectNode) place.value).put(NOBODY_KNOWS, 1);
      assertThat(knownToTheParser(place))
          .as(place.path)
          .isEqualTo(keys(place.schema.get("properties")));
      ((ObjectNode) place.value).remove(NOBODY_KNOWS);
    }
  }

  @Test
  void theSampleShowsEveryKey() {
    Set<String> shown = new TreeSet<>();
    objects().forEach(o -> keys(o.value).forEach(key -> shown.add(o.name + " " + key)));
    Set<String> known = new TreeSet<>();
    objects()
        .forEach(o -> keys(o.schema.get("properties")).forEach(k -> known.add(o.name + " " + k)));
    assertThat(shown).isEqualTo(known);
  }

  @Test
  void whatTheSchemaRequiresTheParserRequires() {
    for (Place place : objects()) {
      for (String key : keys(place.value)) {
        JsonNode removed = ((ObjectNode) place.value).remove(key);
        boolean required = place.schema.path("required").toString().contains('"' + key + '"');
        boolean told =
            faults().stream()
                .anyMatch(f -> f.toString().startsWith(place.key(key) + ": is missing"));
        // User and password need each other; dependentRequired says so.
        assertThat(told)
            .as(place.key(key))
            .isEqualTo(required || (place.name.equals("smtp") && key.endsWith("Setting")));
        ((ObjectNode) place.value).set(key, removed);
      }
    }
  }

  @Test
  void noValueMayBeOfAnotherType() {
    for (Place place : objects()) {
      for (String key : keys(place.value)) {
        JsonNode right = place.value.get(key);
        ((ObjectNode) place.value)
            .set(
                key,
                right.isBoolean()
                    ? JSON.createArrayNode()
                    : JSON.getNodeFactory().booleanNode(true));
        assertThat(faults()).as(place.key(key)).extracting(Fault::path).contains(place.key(key));
        ((ObjectNode) place.value).set(key, right);
      }
    }
  }

  @Test
  void defaultsAreTheSame() {
    ObjectNode written = JSON.createObjectNode();
    for (String key : keys(schema.get("properties"))) {
      JsonNode property = resolved(schema.get("properties").get(key));
      defaultOf(schema.get("properties").get(key)).ifPresent(d -> written.set(key, d));
      for (String inner : keys(property.path("properties"))) {
        defaultOf(property.get("properties").get(inner))
            .ifPresent(d -> written.withObjectProperty(key).set(inner, d));
      }
    }
    assertThat(keys(written)).contains("locale", "zone", "thresholds", "sweeps", "digest");
    assertThat(keys(written.get("sweeps"))).hasSize(6);
    assertThat(Settings.parse(written.toString())).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void wordsAreTheSame() {
    for (JsonNode list : schema.findParents("enum")) {
      List<String> words = new ArrayList<>();
      list.get("enum").forEach(word -> words.add(word.textValue()));
      assertThat(wordLists()).contains(words);
    }
  }

  private static List<List<String>> wordLists() {
    return List.of(
        Arrays.stream(Cause.values()).map(Cause::code).toList(),
        List.of("none", "info", "warning", "error", "critical"),
        List.of("en", "ja"),
        List.of("starttls", "tls", "none"),
        List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"));
  }

  /** An object of the sample with its schema. */
  private record Place(String name, String path, JsonNode value, JsonNode schema) {
    String key(String key) {
      return path.isEmpty() ? key : path + "." + key;
    }
  }

  private List<Place> objects() {
    List<Place> found = new ArrayList<>();
    collect("settings", "", sample, schema, found);
    return found;
  }

  private void collect(String name, String path, JsonNode value, JsonNode raw, List<Place> found) {
    JsonNode rule = chosen(value, resolved(raw));
    String kind = value.path("kind").asText(name);
    if (value instanceof ArrayNode) {
      for (int i = 0; i < value.size(); i++) {
        collect(name, path + "[" + i + "]", value.get(i), rule.get("items"), found);
      }
    } else if (value instanceof ObjectNode) {
      boolean fixed = rule.has("properties");
      if (fixed) {
        assertThat(rule.get("additionalProperties").booleanValue()).as(path).isFalse();
        found.add(new Place(kind, path, value, rule));
      }
      for (String key : keys(value)) {
        JsonNode inner = fixed ? rule.get("properties").get(key) : rule.get("additionalProperties");
        assertThat(inner).as("schema of " + path + "." + key).isNotNull();
        collect(key, path.isEmpty() ? key : path + "." + key, value.get(key), inner, found);
      }
    }
  }

  private JsonNode resolved(JsonNode rule) {
    return rule.has("$ref") ? schema.at(rule.get("$ref").textValue().substring(1)) : rule;
  }

  /** Of several kinds the one whose constant {@code kind} the value has. */
  private JsonNode chosen(JsonNode value, JsonNode rule) {
    for (JsonNode candidate : rule.path("oneOf")) {
      JsonNode kind = resolved(candidate);
      if (kind.at("/properties/kind/const").equals(value.get("kind"))) {
        return kind;
      }
    }
    return rule;
  }

  private static Optional<JsonNode> defaultOf(JsonNode property) {
    return Optional.ofNullable(property.get("default"));
  }

  private Set<String> knownToTheParser(Place place) {
    String message =
        faults().stream()
            .filter(f -> f.path().equals(place.key(NOBODY_KNOWS)))
            .findFirst()
            .orElseThrow()
            .message();
    return new TreeSet<>(List.of(message.substring(message.indexOf("here: ") + 6).split(", ")));
  }

  private List<Fault> faults() {
    InvalidSettingsException refused =
        catchThrowableOfType(
            InvalidSettingsException.class, () -> Settings.parse(sample.toString()));
    return refused == null ? List.of() : refused.faults();
  }

  private static Set<String> keys(JsonNode object) {
    Set<String> keys = new TreeSet<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
