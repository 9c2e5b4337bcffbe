package io.hubtriage.lab.kql;

import static io.hubtriage.lab.kql.Type.BOOL;
import static io.hubtriage.lab.kql.Type.LONG;
import static io.hubtriage.lab.kql.Type.STRING;

import java.util.Set;

/** Functions that look at the rows before and after, which must be sorted. */
final class WindowFunctions {
  private static final Set<String> NAMES = Set.of("prev", "next", "row_cumsum");

  /**
   * The rows up to this one, as they come. Without keys DuckDB works them out row by row as they
   * stream by from the ORDER BY below; with keys it would sort and copy them all each time.
   */
  private static final String SO_FAR = " OVER (ROWS UNBOUNDED PRECEDING)";

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
        windows.add(value.type(), window + "(" + value.passed() + ") OVER ()", value.level());
    return value.type() == STRING ? Sql.of(STRING, "coalesce(?::VARCHAR, '')", found) : found;
  }

  /**
   * Starts again with the value of a row where the second argument holds: the sum of all so far,
   * less what it was before the last such row.
   */
  private static Sql runningSum(Arguments arguments, Windows windows) {
    Sql value = Sql.of(LONG, "coalesce(?, 0)", arguments.between(1, 2).get(0, LONG));
    Sql all =
        windows.add(LONG, "CAST(sum(" + value.text() + ")" + SO_FAR + " AS BIGINT)", value.level());
    if (arguments.count() == 1) {
      return all;
    }
    Sql restart = arguments.get(1, BOOL);
    Sql before =
        windows.add(
            LONG,
            "arg_max("
                + all.text()
                + " - "
                + value.text()
                + ", "
                + Relation.ROW
                + ") FILTER (WHERE "
                + restart.text()
                + ")"
                + SO_FAR,
            Math.max(all.level(), restart.level()));
    return Sql.of(LONG, "(? - coalesce(?, 0))", all, before);
  }
}
