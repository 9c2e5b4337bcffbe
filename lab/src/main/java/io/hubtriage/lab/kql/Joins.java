package io.hubtriage.lab.kql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Joins on columns of the same name and type. */
final class Joins {
  private Joins() {}

  static Relation join(Step.Join join, Relation left, Relation right) {
    String condition =
        join.on().stream().map(key -> equal(key, left, right)).collect(Collectors.joining(" AND "));
    if (join.kind() == Step.Join.Kind.LEFTSEMI) {
      return new Relation(
          "(SELECT l.* FROM "
              + left.from()
              + " AS l SEMI JOIN "
              + right.from()
              + " AS r ON "
              + condition
              + ")",
          left.columns(),
          Map.of(),
          Relation.Order.NONE);
    }
    List<Column> columns = new ArrayList<>(left.columns());
    List<String> selected = new ArrayList<>();
    left.columns().forEach(column -> selected.add("l." + Sql.identifier(column.name())));
    Set<String> taken = new HashSet<>();
    left.columns().forEach(column -> taken.add(column.name()));
    for (Column column : right.columns()) {
      Column renamed = new Column(free(column.name(), taken), column.type());
      columns.add(renamed);
      selected.add(value(column, join.kind()) + " AS " + Sql.identifier(renamed.name()));
    }
    String kind = join.kind() == Step.Join.Kind.INNER ? " AS l JOIN " : " AS l LEFT JOIN ";
    return new Relation(
        "(SELECT "
            + String.join(", ", selected)
            + " FROM "
            + left.from()
            + kind
            + right.from()
            + " AS r ON "
            + condition
            + ")",
        Relation.distinct(join.at(), columns),
        Map.of(),
        Relation.Order.NONE);
  }

  /** A string is never null, not even where nothing was joined. */
  private static String value(Column column, Step.Join.Kind kind) {
    String value = "r." + Sql.identifier(column.name());
    return kind == Step.Join.Kind.LEFTOUTER && column.type() == Type.STRING
        ? "coalesce(" + value + ", '')"
        : value;
  }

  private static String equal(Expression.Name key, Relation left, Relation right) {
    Column ofLeft = mustHave(key, left);
    if (mustHave(key, right).type() != ofLeft.type() || ofLeft.type() == Type.DYNAMIC) {
      throw KqlException.semantic(
          key.at(), "'" + key.name() + "' is not of one type, or of one that can be joined on");
    }
    String name = Sql.identifier(key.name());
    return "l." + name + " = r." + name;
  }

  private static Column mustHave(Expression.Name key, Relation relation) {
    return relation
        .find(key.name())
        .orElseThrow(() -> KqlException.unresolved(key.at(), "column", key.name()));
  }

  /** The name, or with the first number behind it that makes it free. */
  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int i = 1; !taken.add(free); i++) {
      free = name + i;
    }
    return free;
  }
}
