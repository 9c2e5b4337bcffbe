package io.hubtriage.lab.kql;

import static io.hubtriage.lab.kql.Type.BOOL;
import static io.hubtriage.lab.kql.Type.LONG;
import static io.hubtriage.lab.kql.Type.STRING;

import java.util.Set;

/** Functions that look at the rows before and after, which must be sorted. */
final class WindowFunctions {
  private static final Set<String> NAMES = Set.of("prev", "next", "row_cumsum");
  private static final String SO_FAR = " ORDER BY " + Relation.ROW + " ROWS UNBOUNDED PRECEDING)";

  private WindowFunctions() {}

  static boolean has(String function) {
    return NAMES.contains(function);
  }

  static Sql call(Arguments arguments, Windows windows) {
    return switch (arguments.call().function()) {
      case "prev" -> neighbour("lag", arguments, windows);
      case "next" -> neighbour("lead", arguments, windows);
      default -> runningSum(arguments, windows);
    };
  }

  private static Sql neighbour(String window, Arguments arguments, Windows windows) {
    Sql value = arguments.exactly(1).get(0);
    Sql found =
        windows.add(
            value.type(),
            window + "(" + value.text() + ") OVER (ORDER BY " + Relation.ROW + ")",
            value.level());
    return value.type() == STRING ? Sql.of(STRING, "coalesce(?, '')", found) : found;
  }

  /** Starts again with the value of a row where the second argument holds. */
  private static Sql runningSum(Arguments arguments, Windows windows) {
    Sql value = arguments.between(1, 2).get(0, LONG);
    if (arguments.count() == 1) {
      return windows.add(LONG, sum(value.text(), ""), value.level());
    }
    Sql restart = arguments.get(1, BOOL);
    Sql run =
        windows.add(
            LONG, sum("CASE WHEN " + restart.text() + " THEN 1 ELSE 0 END", ""), restart.level());
    return windows.add(
        LONG,
        sum(value.text(), "PARTITION BY " + run.text()),
        Math.max(value.level(), run.level()));
  }

  private static String sum(String value, String partition) {
    return "CAST(sum(" + value + ") OVER (" + partition + SO_FAR + " AS BIGINT)";
  }
}
