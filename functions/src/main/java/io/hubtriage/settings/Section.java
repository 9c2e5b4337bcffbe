package io.hubtriage.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** An object of the file with fixed keys: the keys asked for are the keys it may have. */
final class Section {
  private final Value value;
  private final Set<String> asked = new LinkedHashSet<>();
  private final int faultsBefore;

  Section(Value value) {
    this.value = value;
    this.faultsBefore = value.faults().size();
  }

  /** What stands under a key; empty if nothing does, or something wrong. */
  <T> Optional<T> optional(String key, Value.Reader<T> reader) {
    asked.add(key);
    JsonNode node = value.node().get(key);
    return node == null ? Optional.empty() : reader.read(value.child(key, node));
  }

  /**
   * What stands under a key that must be there; empty if it is wrong.
   *
   * @param hint what to write, for the one who left it out
   */
  <T> Optional<T> required(String key, String hint, Value.Reader<T> reader) {
    if (!value.node().has(key)) {
      value.child(key, value.node()).fault("is missing; " + hint);
    }
    return optional(key, reader);
  }

  /** Whether the object has the key; asking does not make it a known one. */
  boolean has(String key) {
    return value.node().has(key);
  }

  /** Puts a fault of one of the keys on the list. */
  <T> Optional<T> fault(String key, String message) {
    return value.child(key, value.node()).fault(message);
  }

  /**
   * Ends the reading: tells the keys nobody asked for, and makes the result if everything asked for
   * was right.
   *
   * @param result called only if no fault was found since the section began, so that required
   *     values are there
   */
  <T> Optional<T> build(Supplier<T> result) {
    boolean right = value.faults().size() == faultsBefore;
    value.node().fieldNames().forEachRemaining(this::checkKnown);
    return right ? Optional.of(result.get()) : Optional.empty();
  }

  private void checkKnown(String key) {
    if (!asked.contains(key)) {
      String help =
          Nearest.to(key, asked)
              .map(near -> "did you mean " + near + "?")
              .orElseGet(() -> "known here: " + String.join(", ", asked));
      fault(key, "unknown key; " + help);
    }
  }
}
