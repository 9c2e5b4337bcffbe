package io.hubtriage.lab.kql;

import io.hubtriage.lab.kql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cuts a query into tokens; comments and blanks fall away. */
final class Lexer {
  private static final Set<String> SIGNS_OF_TWO = Set.of("==", "!=", "<=", ">=");
  private static final String SIGNS = "|()[],;=<>+-*/%.:";
  private static final Map<String, Kind> LITERALS =
      Map.of("datetime", Kind.DATETIME_OF, "long", Kind.LONG_OF, "dynamic", Kind.DYNAMIC_OF);
  private static final Map<String, Long> MICROSECONDS =
      Map.of(
          "d",
          86_400_000_000L,
          "h",
          3_600_000_000L,
          "m",
          60_000_000L,
          "s",
          1_000_000L,
          "ms",
          1_000L);

  private final String query;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String query) {
    this.query = query;
  }

  /** All tokens, an {@link Kind#END} last. */
  static List<Token> tokens(String query) {
    Lexer lexer = new Lexer(query);
    while (lexer.skipBlanks()) {
      lexer.tokens.add(lexer.next());
    }
    lexer.tokens.add(new Token(Kind.END, query.length(), ""));
    return lexer.tokens;
  }

  private boolean skipBlanks() {
    while (at < query.length()) {
      if (query.startsWith("//", at)) {
        int end = query.indexOf('\n', at);
        at = end < 0 ? query.length() : end;
      } else if (Character.isWhitespace(query.charAt(at))) {
        at++;
      } else {
        return true;
      }
    }
    return false;
  }

  private Token next() {
    char c = query.charAt(at);
    if (isLetter(c)) {
      return name();
    }
    if (isDigit(c)) {
      return number();
    }
    if (c == '"' || c == '\'') {
      return new Token(Kind.STRING, at, escaped(at, c));
    }
    if (c == '@' && at + 1 < query.length() && "\"'".indexOf(query.charAt(at + 1)) >= 0) {
      return new Token(Kind.STRING, at, verbatim(at, query.charAt(at + 1)));
    }
    return sign();
  }

  private Token sign() {
    int start = at;
    String two = query.substring(at, Math.min(at + 2, query.length()));
    if (SIGNS_OF_TWO.contains(two)) {
      at += 2;
      return new Token(Kind.SIGN, start, two);
    }
    if (SIGNS.indexOf(query.charAt(at)) < 0) {
      throw KqlException.notCovered(at, "the character '" + query.charAt(at) + "'");
    }
    at++;
    return new Token(Kind.SIGN, start, two.substring(0, 1));
  }

  private Token name() {
    int start = at;
    String name = letters();
    Kind literal = LITERALS.get(name);
    int open = at;
    if (literal == null || !skipBlanks() || query.charAt(at) != '(') {
      at = open;
      return new Token(Kind.NAME, start, name);
    }
    int from = ++at;
    while (at < query.length() && query.charAt(at) != ')') {
      at = query.charAt(at) == '"' ? endOfJsonString() : at + 1;
    }
    if (at >= query.length()) {
      throw KqlException.syntax(start, "'" + name + "(' is not closed");
    }
    return new Token(literal, start, query.substring(from, at++).strip());
  }

  private int endOfJsonString() {
    int end = at + 1;
    while (end < query.length() && query.charAt(end) != '"') {
      end += query.charAt(end) == '\\' ? 2 : 1;
    }
    return end + 1;
  }

  private Token number() {
    int start = at;
    while (at < query.length() && isDigit(query.charAt(at))) {
      at++;
    }
    String digits = query.substring(start, at);
    boolean fraction =
        at + 1 < query.length() && query.charAt(at) == '.' && isDigit(query.charAt(at + 1));
    String unit = letters();
    if (fraction || !(unit.isEmpty() || MICROSECONDS.containsKey(unit))) {
      throw KqlException.notCovered(start, "the number " + digits + (fraction ? "." : unit));
    }
    try {
      return unit.isEmpty()
          ? new Token(Kind.LONG, start, Long.toString(Long.parseLong(digits)))
          : new Token(
              Kind.TIMESPAN,
              start,
              Long.toString(
                  Math.multiplyExact(Long.parseLong(digits), MICROSECONDS.getOrDefault(unit, 0L))));
    } catch (NumberFormatException | ArithmeticException e) {
      throw KqlException.semantic(start, "the number " + digits + unit + " is too large");
    }
  }

  private String letters() {
    int start = at;
    while (at < query.length() && (isLetter(query.charAt(at)) || isDigit(query.charAt(at)))) {
      at++;
    }
    return query.substring(start, at);
  }

  /** Doubled quotes stand for one, nothing else is special. */
  private String verbatim(int start, char quote) {
    StringBuilder text = new StringBuilder();
    for (at = start + 2; at < query.length(); at++) {
      char c = query.charAt(at);
      if (c == quote && (at + 1 == query.length() || query.charAt(at + 1) != quote)) {
        at++;
        return text.toString();
      }
      at += c == quote ? 1 : 0;
      text.append(c);
    }
    throw KqlException.syntax(start, "the string is not closed");
  }

  private String escaped(int start, char quote) {
    StringBuilder text = new StringBuilder();
    for (at = start + 1; at < query.length() && query.charAt(at) != '\n'; ) {
      char c = query.charAt(at++);
      if (c == quote) {
        return text.toString();
      }
      text.append(c == '\\' ? escape() : c);
    }
    throw KqlException.syntax(start, "the string is not closed");
  }

  private char escape() {
    int start = at - 1;
    char c = at < query.length() ? query.charAt(at++) : ' ';
    return switch (c) {
      case '"', '\'', '\\' -> c;
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> codePoint(start);
      default -> throw KqlException.syntax(start, "there is no escape \\" + c);
    };
  }

  private char codePoint(int start) {
    int end = Math.min(at + 4, query.length());
    String hex = query.substring(at, end);
    at = end;
    if (!hex.matches("[0-9a-fA-F]{4}")) {
      throw KqlException.syntax(start, "\\u needs four hexadecimal digits");
    }
    return (char) Integer.parseInt(hex, 16);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
