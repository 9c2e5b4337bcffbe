package io.hubtriage.lab.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What Azure asks for things, in US dollars, and what it gives for free.
 *
 * @param values by the id in {@code prices.json}, which says the unit, the source and whether it is
 *     confirmed
 */
public record Prices(Map<String, Double> values) {
  /** Copies the prices. */
  public Prices {
    values = Map.copyOf(values);
  }

  /** Those of {@code prices.json}. */
  public static Prices shipped() {
    try (InputStream file =
        Objects.requireNonNull(Prices.class.getResourceAsStream("prices.json"))) {
      Map<String, Double> values = new HashMap<>();
      for (JsonNode price : new ObjectMapper().readTree(file).path("prices")) {
        values.put(price.path("id").asText(), price.path("value").asDouble());
      }
      return new Prices(values);
    } catch (IOException e) {
      throw new UncheckedIOException("reading prices.json", e);
    }
  }

  /**
   * One of them.
   *
   * @throws IllegalArgumentException if there is none of this id
   */
  double of(String id) {
    Double value = values.get(id);
    if (value == null) {
      throw new IllegalArgumentException("prices.json has no " + id);
    }
    return value;
  }
}
