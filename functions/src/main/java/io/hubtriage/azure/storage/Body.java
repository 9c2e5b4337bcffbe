package io.hubtriage.azure.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Builds one object of a document; {@link Fields} reads it. What is empty is left out, and read as
 * empty.
 */
final class Body {
  private final ObjectNode node = JsonNodeFactory.instance.objectNode();

  JsonNode node() {
    return node;
  }

  Body text(String name, String value) {
    if (!value.isEmpty()) {
      node.put(name, value);
    }
    return this;
  }

  Body number(String name, long value) {
    node.put(name, value);
    return this;
  }

  /** A finite number. */
  Body share(String name, double value) {
    node.put(name, value);
    return this;
  }

  Body at(String name, Instant value) {
    node.put(name, value.toString());
    return this;
  }

  Body at(String name, Optional<Instant> value) {
    value.ifPresent(v -> at(name, v));
    return this;
  }

  Body code(String name, Enum<?> value) {
    node.put(name, codeOf(value));
    return this;
  }

  Body object(String name, Body value) {
    if (!value.node.isEmpty()) {
      node.set(name, value.node);
    }
    return this;
  }

  <T> Body objects(String name, Collection<T> values, Function<? super T, Body> body) {
    return list(name, values, v -> body.apply(v).node);
  }

  Body texts(String name, Collection<String> values) {
    return list(name, values, TextNode::valueOf);
  }

  <T> Body list(String name, Collection<T> values, Function<? super T, JsonNode> json) {
    if (!values.isEmpty()) {
      ArrayNode array = node.putArray(name);
      values.forEach(v -> array.add(json.apply(v)));
    }
    return this;
  }

  Body set(String name, JsonNode value) {
    node.set(name, value);
    return this;
  }

  Body all(Body other) {
    node.setAll(other.node);
    return this;
  }

  /** {@code SITE_OUTAGE} is {@code site-outage}: for causes the code that never changes. */
  static String codeOf(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
