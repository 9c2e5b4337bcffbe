package io.hubtriage.lab.kql;

import static io.hubtriage.lab.kql.Type.BOOL;
import static io.hubtriage.lab.kql.Type.DATETIME;
import static io.hubtriage.lab.kql.Type.DYNAMIC;
import static io.hubtriage.lab.kql.Type.LONG;
import static io.hubtriage.lab.kql.Type.REAL;
import static io.hubtriage.lab.kql.Type.STRING;
import static io.hubtriage.lab.kql.Type.TIMESPAN;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operators with two operands, by the types they stand between. */
final class Operators {
  private static final Set<Type> SORTABLE = Set.of(LONG, REAL, DATETIME, TIMESPAN);
  private static final Map<String, Form> FORMS = forms();

  private Operators() {}

  /** A result's type and its template. */
  private record Form(Type type, String template) {}

  static Sql of(Expression.Binary written, Sql left, Sql right) {
    Form form = form(written, left.type(), right.type());
    if (form == null) {
      throw KqlException.semantic(
          written.at(),
          "the operator "
              + written.operator()
              + " does not stand between "
              + left.type().kql()
              + " and "
              + right.type().kql());
    }
    return Sql.of(form.type(), form.template(), left, right);
  }

  private static @Nullable Form form(Expression.Binary written, Type left, Type right) {
    return switch (written.operator()) {
      case "==", "!=" -> left == right && left != DYNAMIC ? equality(written, left) : null;
      case "<", "<=", ">", ">=" ->
          left == right && SORTABLE.contains(left)
              ? new Form(BOOL, "(? " + written.operator() + " ?)")
              : null;
      case "has" -> left == STRING && right == STRING ? has(written) : null;
      default -> FORMS.get(key(left, written.operator(), right));
    };
  }

  /** Never null: nothing equals null, and null is unequal to all. */
  private static Form equality(Expression.Binary written, Type type) {
    boolean equal = written.operator().equals("==");
    String plain = equal ? "? = ?" : "? <> ?";
    return new Form(
        BOOL, type == STRING ? "(" + plain + ")" : "coalesce(" + plain + ", " + !equal + ")");
  }

  /** A whole term: letters and digits, with something else or nothing on both sides. */
  private static Form has(Expression.Binary written) {
    if (written.right() instanceof Expression.Text text && text.value().matches("[A-Za-z0-9]+")) {
      return new Form(BOOL, "regexp_matches(?, '(^|[^\\pL\\pN])' || ? || '($|[^\\pL\\pN])', 'i')");
    }
    throw KqlException.notCovered(
        written.right().at(), "'has' with anything but letters and digits");
  }

  private static Map<String, Form> forms() {
    Map<String, Form> forms = new HashMap<>();
    put(forms, BOOL, "or", BOOL, BOOL, "(? OR ?)");
    put(forms, BOOL, "and", BOOL, BOOL, "(? AND ?)");
    put(forms, STRING, "contains", STRING, BOOL, "contains(lower(?), lower(?))");
    put(forms, STRING, "startswith", STRING, BOOL, "starts_with(lower(?), lower(?))");
    for (String operator : new String[] {"+", "-", "*"}) {
      put(forms, LONG, operator, LONG, LONG, "(? " + operator + " ?)");
    }
    put(forms, LONG, "/", LONG, LONG, "(? // ?)"); // whole numbers, towards zero
    put(forms, TIMESPAN, "+", TIMESPAN, TIMESPAN, "(? + ?)");
    put(forms, TIMESPAN, "-", TIMESPAN, TIMESPAN, "(? - ?)");
    put(forms, TIMESPAN, "/", TIMESPAN, REAL, "(? / ?)");
    put(forms, TIMESPAN, "*", LONG, TIMESPAN, "(? * ?)");
    put(forms, LONG, "*", TIMESPAN, TIMESPAN, "(? * ?)");
    put(forms, DATETIME, "-", DATETIME, TIMESPAN, "(epoch_us(?) - epoch_us(?))");
    put(forms, DATETIME, "+", TIMESPAN, DATETIME, "make_timestamp(epoch_us(?) + ?)");
    put(forms, DATETIME, "-", TIMESPAN, DATETIME, "make_timestamp(epoch_us(?) - ?)");
    put(forms, LONG, "%", LONG, LONG, "kql_mod(?, ?)");
    return forms;
  }

  private static void put(
      Map<String, Form> forms, Type left, String operator, Type right, Type result, String sql) {
    forms.put(key(left, operator, right), new Form(result, sql));
  }

  private static String key(Type left, String operator, Type right) {
    return left + " " + operator + " " + right;
  }
}
