package io.hubtriage.lab.kql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Columns that look at other rows. SQL cannot nest them, so each is a hidden column, in layers: a
 * layer may use the layers below it.
 */
final class Windows {
  private final List<List<String>> layers = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();

  /** A column for this definition, in the layer above what it uses. */
  Sql add(Type type, String definition, int level) {
    String name = names.get(definition);
    if (name == null) {
      name = "\"$w" + names.size() + '"';
      names.put(definition, name);
      while (layers.size() <= level) {
        layers.add(new ArrayList<>());
      }
      layers.get(level).add(definition + " AS " + name);
    }
    return new Sql(name, type, null, level + 1, null);
  }

  /** The relation with these columns beside its own. */
  String over(String from) {
    String result = from;
    for (List<String> layer : layers) {
      result = "(SELECT *, " + String.join(", ", layer) + " FROM " + result + ")";
    }
    return result;
  }

  /** All columns but these. */
  String otherColumns() {
    return names.isEmpty()
        ? "*"
        : IntStream.range(0, names.size())
            .mapToObj(i -> "\"$w" + i + '"')
            .collect(Collectors.joining(", ", "* EXCLUDE (", ")"));
  }
}
