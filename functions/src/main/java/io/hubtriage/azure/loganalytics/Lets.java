package io.hubtriage.azure.loganalytics;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A query's parameters, as the let statements that stand before it. */
final class Lets {
  private final StringBuilder statements = new StringBuilder();

  /** A time, cut to the millisecond: the queries count in whole ones. */
  Lets time(String name, Instant value) {
    return let(name, value.truncatedTo(ChronoUnit.MILLIS));
  }

  Lets number(String name, long value) {
    return let(name, value);
  }

  Lets text(String name, String value) {
    return let(name, value);
  }

  Lets table(String name, Literal.Table value) {
    return let(name, value);
  }

  private Lets let(String name, Object value) {
    statements.append("let ").append(name).append(" = ").append(Literal.of(value)).append(";\n");
    return this;
  }

  @Override
  public String toString() {
    return statements.toString();
  }
}
