package io.hubtriage.lab.cloud;

import io.hubtriage.lab.kql.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Values of expressions that queries ask of every row, each in a hidden column of the table once it
 * was first asked for. Without them nearly all of a query's time is spent on taking the same {@code
 * properties_s} apart.
 */
final class StoredColumns {
  /** The shipped queries need about twenty; queries typed by hand must not fill the memory. */
  private static final int MOST = 60;

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, String> missing = new LinkedHashMap<>();

  /** The column for an expression; it must be there before the query that asks for it runs. */
  Optional<String> column(String expression, Type type) {
    String known = names.get(expression);
    if (known != null) {
      return Optional.of(known);
    }
    if (names.size() == MOST) {
      return Optional.empty();
    }
    String name = "\"$m" + names.size() + '"';
    names.put(expression, name);
    missing.put(name, "CAST(" + expression + " AS " + type.sql() + ")");
    return Optional.of(name);
  }

  /** The columns still to be made, as a list for a SELECT, in an order that keeps to their uses. */
  Optional<String> missing() {
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            missing.entrySet().stream()
                .map(e -> e.getValue() + " AS " + e.getKey())
                .collect(Collectors.joining(", ")));
  }

  /** They were made. */
  void made() {
    missing.clear();
  }
}
