package io.hubtriage.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why a cause was given, as numbers. The sentence a person reads is made of them in the channel's
 * language, so it can only say what was counted.
 *
 * @param findings what decided, most telling first
 */
public record Evidence(List<Finding> findings) {
  /** Nothing was found. */
  public static final Evidence NONE = new Evidence(List.of());

  /** Copies the list. */
  public Evidence {
    findings = List.copyOf(findings);
  }

  public static Evidence of(Finding... findings) {
    return new Evidence(List.of(findings));
  }

  /**
   * One thing that was counted or measured.
   *
   * @param key names the sentence in the text files: {@code sessions-at-life}
   * @param values the sentence's numbers and names by placeholder: {@link Long}, {@link Double}
   *     (shares 0 to 1), {@link String}, {@link java.time.Duration} or {@link java.time.Instant};
   *     sorted by name
   */
  public record Finding(String key, Map<String, Object> values) {
    /** Copies and sorts the values. */
    public Finding {
      values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /**
     * Builds a finding from names and values in turn.
     *
     * @throws IllegalArgumentException if a name has no value
     */
    public static Finding of(String key, Object... namesAndValues) {
      if (namesAndValues.length % 2 != 0) {
        throw new IllegalArgumentException("finding " + key + " has a name without a value");
      }
      Map<String, Object> values = new TreeMap<>();
      for (int i = 0; i < namesAndValues.length; i += 2) {
        values.put((String) namesAndValues[i], namesAndValues[i + 1]);
      }
      return new Finding(key, values);
    }
  }
}
