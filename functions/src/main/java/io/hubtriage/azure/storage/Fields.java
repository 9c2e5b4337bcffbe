package io.hubtriage.azure.storage;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Reads one object of a document that {@link Body} built. Fields it is not asked for are ignored;
 * what it does not find, or finds in another form, is a {@link StoredFormatException} with the path
 * of the field.
 */
final class Fields {
  private final JsonNode node;
  private final String path;

  Fields(JsonNode node, String path) {
    this.node = node;
    this.path = path;
    if (!node.isObject()) {
      throw new StoredFormatException(
          (path.isEmpty() ? "the document" : path) + " is not an object");
    }
  }

  /** The text; {@code ""} if there is none. */
  String text(String name) {
    JsonNode value = node.path(name);
    return value.isMissingNode() ? "" : textOf(name, value);
  }

  long number(String name) {
    JsonNode value = need(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(name, value, "a whole number");
    }
    return value.longValue();
  }

  int count(String name) {
    JsonNode value = need(name);
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw wrong(name, value, "a number that fits in 32 bits");
    }
    return value.intValue();
  }

  double share(String name) {
    JsonNode value = need(name);
    if (!value.isNumber()) {
      throw wrong(name, value, "a number");
    }
    return value.doubleValue();
  }

  Instant at(String name) {
    return instant(name, need(name));
  }

  Optional<Instant> maybeAt(String name) {
    JsonNode value = node.path(name);
    return value.isMissingNode() ? Optional.empty() : Optional.of(instant(name, value));
  }

  <E extends Enum<E>> E code(String name, Class<E> type) {
    return coded(name, need(name), type);
  }

  <E extends Enum<E>> List<E> codes(String name, Class<E> type) {
    return elements(name, (at, value) -> coded(at, value, type));
  }

  /** The object; an empty one if there is none. */
  Fields object(String name) {
    JsonNode value = node.path(name);
    return new Fields(value.isMissingNode() ? new Body().node() : value, pathOf(name));
  }

  /** The list; an empty one if there is none. */
  <T> List<T> objects(String name, Function<Fields, T> reader) {
    return elements(name, (at, value) -> reader.apply(new Fields(value, pathOf(at))));
  }

  List<String> texts(String name) {
    return elements(name, this::textOf);
  }

  List<Long> numbers(String name) {
    return elements(
        name,
        (at, value) -> {
          if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(at, value, "a whole number");
          }
          return value.longValue();
        });
  }

  List<Double> shares(String name) {
    return elements(
        name,
        (at, value) -> {
          if (!value.isNumber()) {
            throw wrong(at, value, "a number");
          }
          return value.doubleValue();
        });
  }

  /** The names of the object's fields. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Every field, in the order written. */
  void each(BiConsumer<String, JsonNode> consumer) {
    Iterator<Map.Entry<String, JsonNode>> fields = node.fields();
    fields.forEachRemaining(f -> consumer.accept(f.getKey(), f.getValue()));
  }

  /** What to throw if a field is not what it must be. */
  StoredFormatException wrong(String name, JsonNode value, String wanted) {
    String found = value.toString();
    String shown = found.length() > 80 ? found.substring(0, 80) + "..." : found;
    return new StoredFormatException(
        "%s must be %s and is %s".formatted(pathOf(name), wanted, shown));
  }

  private <T> List<T> elements(String name, ElementReader<T> reader) {
    JsonNode list = node.path(name);
    if (!list.isMissingNode() && !list.isArray()) {
      throw wrong(name, list, "a list");
    }
    List<T> values = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      values.add(reader.read(name + "[" + i + "]", list.get(i)));
    }
    return values;
  }

  @FunctionalInterface
  private interface ElementReader<T> {
    T read(String at, JsonNode value);
  }

  private JsonNode need(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode()) {
      throw new StoredFormatException(pathOf(name) + " is missing");
    }
    return value;
  }

  private String textOf(String name, JsonNode value) {
    if (!value.isTextual()) {
      throw wrong(name, value, "a text");
    }
    return value.textValue();
  }

  private Instant instant(String name, JsonNode value) {
    try {
      return Instant.parse(textOf(name, value));
    } catch (DateTimeException e) {
      throw wrong(name, value, "a time in UTC such as 2026-03-10T12:00:00Z");
    }
  }

  private <E extends Enum<E>> E coded(String name, JsonNode value, Class<E> type) {
    String code = textOf(name, value);
    for (E constant : type.getEnumConstants()) {
      if (Body.codeOf(constant).equals(code)) {
        return constant;
      }
    }
    throw wrong(name, value, "a known code (a newer release may have written it)");
  }

  private String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
