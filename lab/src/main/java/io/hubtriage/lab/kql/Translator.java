package io.hubtriage.lab.kql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Translates one query. Names of rows and scalars are replaced by what they stand for; scalars lose
 * their origin, since they hold a query's parameters.
 */
final class Translator {
  private static final Relation NOTHING = Relation.plain("", List.of(), Map.of());

  private final Map<String, Sql> scalars = new HashMap<>();
  private final Map<String, Relation> rows = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final List<String> expressions = new ArrayList<>();
  private final Sources sources;

  Translator(Table table) {
    this.sources = new Sources(table, rows, scalars);
    names.add(table.name().toLowerCase(Locale.ROOT));
  }

  Translation translate(Script script) {
    script.lets().forEach(this::let);
    Relation result = sources.rows(script.query());
    result.columns().stream()
        .filter(column -> column.type() == Type.TIMESPAN)
        .findFirst()
        .ifPresent(
            column -> {
              throw KqlException.notCovered(
                  0, "a timespan in the result, '" + column.name() + "',");
            });
    String with = expressions.isEmpty() ? "" : "WITH " + String.join(",\n", expressions) + "\n";
    String order = result.ordered() ? " ORDER BY " + Relation.ROW : "";
    return new Translation(
        with + "SELECT " + values(result) + " FROM " + result.from() + order, result.columns());
  }

  private void let(Script.Let let) {
    if (!names.add(let.name().toLowerCase(Locale.ROOT))) {
      throw KqlException.notCovered(
          let.at(), "a second '" + let.name() + "', in upper or lower case,");
    }
    if (let instanceof Script.LetScalar scalar) {
      Expressions constants = new Expressions(NOTHING, scalars, new Windows(), Expressions.Of.ROW);
      scalars.put(let.name(), constants.sql(scalar.value()).withoutOrigin());
    } else if (let instanceof Script.LetRows named) {
      rows.put(let.name(), named(let.name(), named.keep(), sources.rows(named.rows())));
    }
  }

  /**
   * Rows to be worked out once become a table expression; others are put in where they are used.
   */
  private Relation named(String name, Script.Keep keep, Relation made) {
    // Order does not survive a name.
    String all = made.ordered() ? "* EXCLUDE (" + Relation.ROW + ")" : "*";
    String query = "(SELECT " + all + " FROM " + made.from() + ")";
    String from = query;
    if (keep == Script.Keep.ONCE) {
      from = Sql.identifier(name);
      expressions.add(from + " AS MATERIALIZED " + query);
    }
    return new Relation(from, made.columns(), made.origins(), Relation.Order.NONE, made.codes());
  }

  private static String values(Relation relation) {
    return relation.columns().stream()
        .map(
            column ->
                relation.codes().containsKey(column.name())
                    ? Sql.identifier(column.name()) + "::VARCHAR"
                    : Sql.identifier(column.name()))
        .collect(Collectors.joining(", "));
  }

  static String list(List<Column> columns) {
    return columns.stream()
        .map(column -> Sql.identifier(column.name()))
        .collect(Collectors.joining(", "));
  }
}
