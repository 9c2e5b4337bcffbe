package io.hubtriage.notify.text;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with named places:
 *
 * <ul>
 *   <li>{@code {devices}} - the value, shown by its type;
 *   <li>{@code {timeout:s}} - in the form {@code s} (see {@link Voice});
 *   <li>{@code {devices?device:devices}} - the first word if the value is 1, else the second.
 * </ul>
 *
 * <p>Unlike {@link java.text.MessageFormat}, an apostrophe is an apostrophe and places have names,
 * so that translators see what goes where and a test can compare languages.
 */
record Phrase(String pattern) {
  private static final Pattern PLACE =
      Pattern.compile("\\{([a-zA-Z]+)(?::([a-z]+)|\\?([^:}]*):([^}]*))?}");

  /** The names of the places, sorted. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    PLACE.matcher(pattern).results().forEach(place -> names.add(place.group(1)));
    return names;
  }

  /**
   * Puts values into the places.
   *
   * @param show value and form ({@code ""} if none) to text
   * @throws IllegalArgumentException if a place has no value
   */
  String fill(Map<String, ?> values, BiFunction<Object, String, String> show) {
    if (!values.keySet().containsAll(names())) {
      throw new IllegalArgumentException("'" + pattern + "' needs " + names() + ", got " + values);
    }
    return PLACE
        .matcher(pattern)
        .replaceAll(place -> Matcher.quoteReplacement(fill(place, values, show)));
  }

  private static String fill(
      MatchResult place, Map<String, ?> values, BiFunction<Object, String, String> show) {
    Object value = java.util.Objects.requireNonNull(values.get(place.group(1)));
    String one = place.group(3);
    if (one != null) {
      boolean single = value instanceof Number number && number.doubleValue() == 1;
      return single ? one : place.group(4);
    }
    String form = place.group(2);
    return show.apply(value, form == null ? "" : form);
  }
}
