package io.hubtriage.lab.kql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Translates {@code summarize}: what the groups share first, then what is made of each. */
final class Groups {
  private final Relation input;
  private final Windows windows = new Windows();
  private final Expressions ofRows;
  private final Expressions ofGroups;
  private final List<Column> columns = new ArrayList<>();
  private final List<String> grouped = new ArrayList<>();
  private final Map<String, String> codes = new HashMap<>();

  Groups(Relation input, Map<String, Sql> lets) {
    this.input = input;
    this.ofRows = new Expressions(input, lets, windows, Expressions.Of.ROW);
    this.ofGroups = new Expressions(input, lets, windows, Expressions.Of.GROUP);
  }

  Relation summarize(Step.Summarize summarize) {
    for (Step.Definition key : summarize.by()) {
      add(Definitions.name(key), ofRows.sql(key.value()));
    }
    int keys = grouped.size();
    for (Step.Definition aggregate : summarize.aggregates()) {
      aggregate(aggregate);
    }
    String by =
        IntStream.rangeClosed(1, keys)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    return Relation.plain(
        "(SELECT "
            + String.join(", ", grouped)
            + " FROM "
            + windows.over(input.from())
            + " GROUP BY "
            + by
            + ")",
        Relation.distinct(summarize.at(), columns),
        codes);
  }

  private void aggregate(Step.Definition aggregate) {
    if (aggregate.value() instanceof Expression.Call call
        && AggregateFunctions.givesRow(call.function())) {
      if (aggregate.name() != null) {
        throw KqlException.notCovered(call.at(), "a name for the columns of " + call.function());
      }
      extremeRow(call);
    } else {
      add(Definitions.name(aggregate), ofGroups.sql(aggregate.value()));
    }
  }

  private void add(String name, Sql value) {
    columns.add(new Column(name, value.type()));
    grouped.add(value.passed() + " AS " + Sql.identifier(name));
    if (value.coded() != null) {
      codes.put(name, value.coded().code());
    }
  }

  /**
   * The least or greatest key, and strings of its row. DuckDB goes through the same rows in the
   * same order for each, so of rows with equal keys it is one and the same.
   */
  private void extremeRow(Expression.Call call) {
    Arguments arguments =
        new Arguments(call, call.arguments().stream().map(ofRows::sql).toList())
            .between(2, Integer.MAX_VALUE);
    Sql key = arguments.get(0, Type.LONG, Type.DATETIME);
    String extreme = call.function().substring("arg_".length());
    add(column(arguments, 0), Sql.of(key.type(), extreme + "(?)", key));
    for (int i = 1; i < arguments.count(); i++) {
      Sql value = arguments.get(i);
      if (value.type() != Type.STRING) {
        throw KqlException.notCovered(
            arguments.written(i).at(), call.function() + "() of anything but strings");
      }
      String text = call.function() + "(" + value.passed() + ", " + key.text() + ")";
      add(column(arguments, i), Sql.plain("coalesce(" + text + "::VARCHAR, '')", Type.STRING));
    }
  }

  private static String column(Arguments arguments, int index) {
    if (arguments.written(index) instanceof Expression.Name column) {
      return column.name();
    }
    throw KqlException.notCovered(
        arguments.written(index).at(), arguments.call().function() + "() of anything but columns");
  }
}
