package io.hubtriage.lab.kql;

import static io.hubtriage.lab.kql.Type.BOOL;
import static io.hubtriage.lab.kql.Type.DATETIME;
import static io.hubtriage.lab.kql.Type.DYNAMIC;
import static io.hubtriage.lab.kql.Type.LONG;
import static io.hubtriage.lab.kql.Type.REAL;
import static io.hubtriage.lab.kql.Type.STRING;
import static io.hubtriage.lab.kql.Type.TIMESPAN;

import java.util.Set;

/** Functions of the values of many rows. */
final class AggregateFunctions {
  private static final Set<String> NAMES =
      Set.of("count", "countif", "dcount", "min", "max", "make_list", "make_set");

  private AggregateFunctions() {}

  static boolean has(String function) {
    return NAMES.contains(function);
  }

  /** The one row that is least or greatest: gives several columns, so it stands alone. */
  static boolean givesRow(String function) {
    return function.equals("arg_min") || function.equals("arg_max");
  }

  static Sql call(Arguments arguments, Relation.Order order) {
    String sorted = order == Relation.Order.ORDERED ? " ORDER BY " + Relation.ROW : "";
    Sql result =
        switch (arguments.call().function()) {
          case "count" -> {
            arguments.exactly(0);
            yield Sql.plain("count(*)", LONG);
          }
          case "countif" ->
              Sql.of(LONG, "count(*) FILTER (WHERE ?)", arguments.exactly(1).get(0, BOOL));
          // Kusto's is approximate.
          case "dcount" -> {
            Sql value = arguments.exactly(1).get(0, STRING, LONG, DATETIME, BOOL);
            yield Sql.of(LONG, "count(DISTINCT ?)", Sql.plain(value.passed(), value.type()));
          }
          case "min" -> extreme(arguments, "min(?)");
          case "max" -> extreme(arguments, "max(?)");
          case "make_list" -> {
            Sql value = arguments.exactly(1).get(0, LONG, DYNAMIC, STRING);
            yield Sql.of(
                DYNAMIC,
                "kql_cell(list(?" + sorted + ") FILTER (WHERE ? IS NOT NULL))",
                value,
                value);
          }
          default -> makeSet(arguments);
        };
    return result.withoutOrigin();
  }

  private static Sql extreme(Arguments arguments, String template) {
    Sql value = arguments.exactly(1).get(0, LONG, REAL, DATETIME, TIMESPAN);
    return Sql.of(value.type(), template, value);
  }

  /** Kusto keeps any so many of them; here it is the first in order. */
  private static Sql makeSet(Arguments arguments) {
    Sql value = arguments.exactly(2).get(0, STRING);
    return Sql.of(
        DYNAMIC,
        "kql_cell(list(DISTINCT ? ORDER BY ?)[:" + arguments.number(1) + "])",
        value,
        value);
  }
}
