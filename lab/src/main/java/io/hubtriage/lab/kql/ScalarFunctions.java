package io.hubtriage.lab.kql;

import static io.hubtriage.lab.kql.Type.BOOL;
import static io.hubtriage.lab.kql.Type.DATETIME;
import static io.hubtriage.lab.kql.Type.DYNAMIC;
import static io.hubtriage.lab.kql.Type.LONG;
import static io.hubtriage.lab.kql.Type.REAL;
import static io.hubtriage.lab.kql.Type.STRING;
import static io.hubtriage.lab.kql.Type.TIMESPAN;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Functions of the values of one row. */
final class ScalarFunctions {
  /** Kusto's, of the arguments of strcat(). */
  private static final int MOST_STRINGS = 64;

  private static final int ANY_NUMBER = Integer.MAX_VALUE;

  private static final Map<String, Function<Arguments, Sql>> FUNCTIONS =
      Map.ofEntries(
          Map.entry("array_index_of", ScalarFunctions::arrayIndexOf),
          Map.entry("array_length", a -> unary(a, DYNAMIC, LONG, "kql_array_length(?)")),
          Map.entry("array_sort_asc", ScalarFunctions::arraySortAsc),
          Map.entry("bag_pack", ScalarFunctions::bagPack),
          Map.entry("bin", ScalarFunctions::bin),
          Map.entry("case", ScalarFunctions::branches),
          Map.entry("extract", ScalarFunctions::extract),
          Map.entry("hash_sha256", a -> unary(a, STRING, STRING, "sha256(?)")),
          Map.entry("iff", a -> branches(a.exactly(3))),
          Map.entry("isempty", a -> unary(a, STRING, BOOL, "(? = '')")),
          Map.entry("isnotempty", a -> unary(a, STRING, BOOL, "(? <> '')")),
          Map.entry("isnotnull", a -> nullness(a, "(? IS NOT NULL)")),
          Map.entry("isnull", a -> nullness(a, "(? IS NULL)")),
          Map.entry("not", a -> unary(a, BOOL, BOOL, "(NOT ?)")),
          Map.entry("parse_json", a -> unary(a, STRING, DYNAMIC, "kql_parse_json(?)")),
          Map.entry("split", ScalarFunctions::split),
          Map.entry("strcat", ScalarFunctions::strcat),
          Map.entry("strlen", a -> unary(a, STRING, LONG, "length(?)")),
          Map.entry("tolong", ScalarFunctions::tolong),
          Map.entry("tolower", a -> unary(a, STRING, STRING, "lower(?)")),
          Map.entry("tostring", ScalarFunctions::tostring),
          Map.entry("trim", ScalarFunctions::trim));

  private ScalarFunctions() {}

  /** The call in SQL, or null if there is no such function here. */
  static @Nullable Sql call(Arguments arguments) {
    Function<Arguments, Sql> function = FUNCTIONS.get(arguments.call().function());
    return function == null ? null : function.apply(arguments);
  }

  private static Sql unary(Arguments arguments, Type takes, Type gives, String template) {
    return Sql.of(gives, template, arguments.exactly(1).get(0, takes));
  }

  private static Sql nullness(Arguments arguments, String template) {
    return Sql.of(
        BOOL, template, arguments.exactly(1).get(0, LONG, REAL, BOOL, DATETIME, TIMESPAN, DYNAMIC));
  }

  /** The first value whose condition holds; the last one if none does or all are null. */
  private static Sql branches(Arguments arguments) {
    arguments.between(3, ANY_NUMBER);
    int last = arguments.count() - 1;
    if (last % 2 != 0) {
      throw KqlException.semantic(
          arguments.call().at(),
          "case() takes pairs of a condition and a value, and a value for the rest");
    }
    Type type = arguments.get(last).type();
    StringBuilder template = new StringBuilder("(CASE");
    for (int i = 0; i < last; i += 2) {
      arguments.get(i, BOOL);
      if (arguments.get(i + 1).type() != type) {
        throw KqlException.notCovered(
            arguments.written(i + 1).at(),
            arguments.call().function() + "() with values of several types");
      }
      template.append(" WHEN ? THEN ?");
    }
    return Sql.of(
        type, template.append(" ELSE ? END)").toString(), arguments.values().toArray(Sql[]::new));
  }

  /** Whole widths since the year 1. */
  private static Sql bin(Arguments arguments) {
    Sql width = arguments.exactly(2).get(1, TIMESPAN);
    return Sql.of(DATETIME, "kql_bin(?, ?)", arguments.get(0, DATETIME), width);
  }

  private static Sql extract(Arguments arguments) {
    long group = arguments.exactly(3).number(1);
    int groups = groups(arguments.literal(0), arguments.written(0).at());
    if (group > groups) {
      throw KqlException.semantic(
          arguments.written(1).at(),
          "group " + group + " of a regular expression that has " + groups);
    }
    return Sql.of(
        STRING,
        "regexp_extract(?, ?, " + group + ")",
        arguments.get(2, STRING),
        arguments.get(0, STRING));
  }

  private static int groups(String regex, int at) {
    try {
      return Pattern.compile(regex).matcher("").groupCount();
    } catch (PatternSyntaxException e) {
      throw KqlException.semantic(at, "no regular expression: " + e.getDescription());
    }
  }

  /** A text that is no JSON is a JSON string; a member or element of what has none is null. */
  private static Sql tostring(Arguments arguments) {
    Sql value = arguments.exactly(1).get(0, STRING, DYNAMIC);
    return value.type() == STRING ? value : Sql.of(STRING, "coalesce(? ->> '$', '')", value);
  }

  private static Sql tolong(Arguments arguments) {
    Sql value = arguments.exactly(1).get(0, LONG, REAL);
    return value.type() == LONG
        ? value
        : Sql.of(LONG, "TRY_CAST(trunc(?) AS BIGINT)", value); // a cast alone would round
  }

  private static Sql trim(Arguments arguments) {
    if (!arguments.exactly(2).literal(0).equals(" ")) {
      throw KqlException.notCovered(arguments.written(0).at(), "trim() of anything but blanks");
    }
    return Sql.of(STRING, "trim(?, ' ')", arguments.get(1, STRING));
  }

  private static Sql split(Arguments arguments) {
    if (arguments.exactly(2).literal(1).isEmpty()) {
      throw KqlException.notCovered(arguments.written(1).at(), "split() at nothing");
    }
    return Sql.of(
        DYNAMIC, "to_json(string_split(?, ?))", arguments.get(0, STRING), arguments.get(1, STRING));
  }

  private static Sql strcat(Arguments arguments) {
    arguments.between(1, MOST_STRINGS);
    Sql[] texts =
        IntStream.range(0, arguments.count())
            .mapToObj(i -> arguments.get(i, STRING))
            .toArray(Sql[]::new);
    return Sql.of(STRING, "(" + marks(texts.length, " || ") + ")", texts);
  }

  private static Sql bagPack(Arguments arguments) {
    if (arguments.between(2, ANY_NUMBER).count() % 2 != 0) {
      throw KqlException.semantic(
          arguments.call().at(), "bag_pack() takes pairs of a key and a value");
    }
    for (int i = 0; i < arguments.count(); i += 2) {
      arguments.literal(i);
      arguments.get(i + 1, STRING, LONG, DYNAMIC);
    }
    return Sql.of(
        DYNAMIC,
        "json_object(" + marks(arguments.count(), ", ") + ")",
        arguments.values().toArray(Sql[]::new));
  }

  private static Sql arrayIndexOf(Arguments arguments) {
    return Sql.of(
        LONG,
        "kql_array_index_of(?, ?)",
        arguments.exactly(2).get(0, DYNAMIC),
        arguments.get(1, STRING));
  }

  private static Sql arraySortAsc(Arguments arguments) {
    Sql array = arguments.exactly(1).get(0, DYNAMIC);
    if (arguments.written(0) instanceof Expression.Call made
        && made.function().equals("make_set")) {
      return Sql.of(DYNAMIC, "kql_array_sort_asc(?)", array);
    }
    throw KqlException.notCovered(
        arguments.written(0).at(), "array_sort_asc() of anything but make_set()");
  }

  private static String marks(int count, String between) {
    return IntStream.range(0, count).mapToObj(i -> "?").collect(Collectors.joining(between));
  }
}
