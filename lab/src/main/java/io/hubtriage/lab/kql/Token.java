package io.hubtriage.lab.kql;

/**
 * A piece of a query.
 *
 * @param at offset of its first character
 * @param text a name or sign as written; a literal's value, without quotes and escapes
 */
record Token(Kind kind, int at, String text) {
  enum Kind {
    NAME,
    SIGN,
    STRING,
    /** Decimal digits. */
    LONG,
    /** Microseconds. */
    TIMESPAN,
    /** What stands in the brackets of {@code datetime(...)}, and so below. */
    DATETIME_OF,
    LONG_OF,
    DYNAMIC_OF,
    END
  }

  boolean is(String sign) {
    return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
  }

  /** How an error message shows it. */
  String shown() {
    return kind == Kind.END ? "the end of the query" : "'" + text + "'";
  }
}
