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
  private final List<String> selected = new ArrayList<>();
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
    String groups =
        "(SELECT "
            + String.join(", ", grouped)
            + " FROM "
            + windows.over(input.from())
            + " GROUP BY "
            + by
            + ")";
    return Relation.plain(
        "(SELECT " + String.join(", ", selected) + " FROM " + groups + ")",
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
    selected.add(Sql.identifier(name));
  }

  /** All values come from the same row, so they travel as one. */
  private void extremeRow(Expression.Call call) {
    Arguments arguments =
        new Arguments(call, call.arguments().stream().map(ofRows::sql).toList())
            .between(2, Integer.MAX_VALUE);
    Sql key = arguments.get(0, Type.LONG, Type.DATETIME);
    String row = "\"$g" + grouped.size() + '"';
    String values =
        IntStream.range(0, arguments.count())
            .mapToObj(i -> "v" + i + " := " + arguments.get(i).passed())
            .collect(Collectors.joining(", "));
    grouped.add(call.function() + "(struct_pack(" + values + "), " + key.text() + ") AS " + row);
    for (int i = 0; i < arguments.count(); i++) {
      if (!(arguments.written(i) instanceof Expression.Name column)) {
        throw KqlException.notCovered(
            arguments.written(i).at(), call.function() + "() of anything but columns");
      }
      Type type = arguments.get(i).type();
      columns.add(new Column(column.name(), type));
      String value = row + ".v" + i;
      selected.add(
          (type == Type.STRING ? "coalesce(" + value + "::VARCHAR, '')" : value)
              + " AS "
              + Sql.identifier(column.name()));
    }
  }
}
