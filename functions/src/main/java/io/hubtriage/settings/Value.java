package io.hubtriage.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A value of the file and its place. Whoever reads it gets an empty answer where it is wrong, and
 * the fault is on the list: reading goes on, so that all faults are found in one go.
 *
 * @param path as {@link Fault#path}
 * @param faults the list that all values of a file share
 */
record Value(String path, JsonNode node, List<Fault> faults) {
  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9_$-]+");
  private static final int LONGEST_QUOTE = 100;

  /** Makes something of a value; answers empty after it told the fault. */
  @FunctionalInterface
  interface Reader<T> {
    Optional<T> read(Value value);
  }

  /** Puts a fault of this value on the list. */
  <T> Optional<T> fault(String message) {
    faults.add(new Fault(path, message));
    return Optional.empty();
  }

  /**
   * A text that is not blank.
   *
   * @param example what to write, for the one who wrote something else: {@code a text such as "5m"}
   */
  Optional<String> text(String example) {
    if (!node.isTextual()) {
      return fault("must be " + example + ", not " + kind());
    }
    return node.textValue().isBlank()
        ? fault("is empty; it must be " + example)
        : Optional.of(node.textValue());
  }

  /** The elements that could be read. */
  <T> Optional<List<T>> list(Reader<T> reader) {
    if (!node.isArray()) {
      return fault("must be a list, [...], not " + kind());
    }
    List<T> read = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      reader.read(new Value(path + "[" + i + "]", node.get(i), faults)).ifPresent(read::add);
    }
    return Optional.of(read);
  }

  /** The members of an object whose keys are free, in the file's order. */
  Map<String, Value> members() {
    if (!node.isObject()) {
      fault("must be an object, {...}, not " + kind());
    }
    Map<String, Value> members = new LinkedHashMap<>();
    node.properties().forEach(e -> members.put(e.getKey(), child(e.getKey(), e.getValue())));
    return members;
  }

  /** An object whose keys are fixed. */
  <T> Optional<T> section(Function<Section, Optional<T>> reader) {
    return node.isObject()
        ? reader.apply(new Section(this))
        : fault("must be an object, {...}, not " + kind());
  }

  /** The member of this object with the key. */
  Value child(String key, JsonNode child) {
    String step = PLAIN_KEY.matcher(key).matches() ? key : "[" + quote(key) + "]";
    return new Value(
        path.isEmpty() || step.startsWith("[") ? path + step : path + "." + step, child, faults);
  }

  /** A text of the file as a message may repeat it: short, on one line. */
  static String quote(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return '"'
        + (line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "...")
        + '"';
  }

  private String kind() {
    return switch (node.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case STRING -> "a text";
      case BOOLEAN, NUMBER ->
          "the " + node.getNodeType().name().toLowerCase(Locale.ROOT) + " " + node;
      default -> "null";
    };
  }
}
