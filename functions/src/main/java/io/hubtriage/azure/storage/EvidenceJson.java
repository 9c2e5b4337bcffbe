package io.hubtriage.azure.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.hubtriage.model.Evidence;
import io.hubtriage.model.Evidence.Finding;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Evidence. A finding's values come back as what they were: a whole number is a {@link Long}, one
 * with a point a {@link Double}, a text a {@link String}; the other types are objects that say so:
 * {@code {"duration":"PT90S"}}, {@code {"instant":"..."}}, {@code {"double":"NaN"}}.
 */
final class EvidenceJson {
  private EvidenceJson() {}

  static Body write(Evidence evidence) {
    return new Body().objects("findings", evidence.findings(), EvidenceJson::write);
  }

  static Evidence read(Fields fields) {
    return new Evidence(fields.objects("findings", EvidenceJson::finding));
  }

  static Body write(Finding finding) {
    Body values = new Body();
    finding.values().forEach((name, value) -> values.set(name, value(finding, name, value)));
    return new Body().text("key", finding.key()).object("values", values);
  }

  static Finding finding(Fields fields) {
    Map<String, Object> values = new TreeMap<>();
    Fields stored = fields.object("values");
    stored.each((name, value) -> values.put(name, value(stored, name, value)));
    return new Finding(fields.text("key"), values);
  }

  private static JsonNode value(Finding finding, String name, Object value) {
    if (value instanceof Long number) {
      return LongNode.valueOf(number);
    }
    if (value instanceof Double number) {
      return Double.isFinite(number)
          ? DoubleNode.valueOf(number)
          : new Body().text("double", number.toString()).node();
    }
    if (value instanceof String text) {
      return TextNode.valueOf(text);
    }
    if (value instanceof Duration duration) {
      return new Body().text("duration", duration.toString()).node();
    }
    if (value instanceof Instant instant) {
      return new Body().text("instant", instant.toString()).node();
    }
    throw new IllegalArgumentException(
        "finding %s: %s is a %s, which evidence must not hold"
            .formatted(finding.key(), name, value.getClass().getName()));
  }

  private static Object value(Fields in, String name, JsonNode value) {
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return value.longValue();
    }
    if (value.isFloatingPointNumber()) {
      return value.doubleValue();
    }
    return value.isTextual() ? value.textValue() : tagged(in, name, value);
  }

  private static Object tagged(Fields in, String name, JsonNode value) {
    try {
      if (value.path("duration").isTextual()) {
        return Duration.parse(value.path("duration").textValue());
      }
      if (value.path("instant").isTextual()) {
        return Instant.parse(value.path("instant").textValue());
      }
      if (value.path("double").isTextual()) {
        return Double.valueOf(value.path("double").textValue());
      }
    } catch (DateTimeException | NumberFormatException e) {
      throw in.wrong(name, value, "a duration, an instant or a double");
    }
    throw in.wrong(name, value, "a number, a text, a duration or an instant");
  }
}
