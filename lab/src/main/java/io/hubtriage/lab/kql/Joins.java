package io.hubtriage.lab.kql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Joins on columns of the same name and type. */
final class Joins {
  private Joins() {}

  static Relation join(Step.Join join, Relation left, Relation right) {
    String condition =
        join.on().stream().map(key -> equal(key, left, right)).collect(Collectors.joining(" AND "));
    if (join.kind() == Step.Join.Kind.LEFTSEMI) {
      return Relation.plain(
          "(SELECT l.* FROM " + from(left, " AS l SEMI JOIN ", right) + condition + ")",
          left.columns(),
          left.codes());
    }
    List<Column> columns = new ArrayList<>(left.columns());
    Map<String, String> codes = new HashMap<>(left.codes());
    List<String> selected = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Column column : left.columns()) {
      selected.add("l." + Sql.identifier(column.name()));
      taken.add(column.name());
    }
    boolean inner = join.kind() == Step.Join.Kind.INNER;
    for (Column column : right.columns()) {
      Column renamed = new Column(free(column.name(), taken), column.type());
      columns.add(renamed);
      selected.add(value(column, join.kind()) + " AS " + Sql.identifier(renamed.name()));
      String code = right.codes().get(column.name());
      if (inner && code != null) {
        codes.put(renamed.name(), code);
      }
    }
    String words = inner ? " AS l JOIN " : " AS l LEFT JOIN ";
    return Relation.plain(
        "(SELECT "
            + String.join(", ", selected)
            + " FROM "
            + from(left, words, right)
            + condition
            + ")",
        Relation.distinct(join.at(), columns),
        codes);
  }

  private static String from(Relation left, String words, Relation right) {
    return left.from() + words + right.from() + " AS r ON ";
  }

  /** A string is never null, not even where nothing was joined. */
  private static String value(Column column, Step.Join.Kind kind) {
    String value = "r." + Sql.identifier(column.name());
    return kind == Step.Join.Kind.LEFTOUTER && column.type() == Type.STRING
        ? "coalesce(" + value + "::VARCHAR, '')"
        : value;
  }

  private static String equal(Expression.Name key, Relation left, Relation right) {
    Column ofLeft = mustHave(key, left);
    if (mustHave(key, right).type() != ofLeft.type() || ofLeft.type() == Type.DYNAMIC) {
      throw KqlException.semantic(
          key.at(), "'" + key.name() + "' is not of one type, or of one that can be joined on");
    }
    String name = Sql.identifier(key.name());
    boolean alike = Objects.equals(left.codes().get(key.name()), right.codes().get(key.name()));
    String text = alike ? "" : "::VARCHAR";
    return "l." + name + text + " = r." + name + text;
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
