package io.hubtriage.lab.kql;

import io.hubtriage.lab.kql.Token.Kind;
import java.util.List;

/** The tokens of a query, read from left to right. */
final class Tokens {
  private final List<Token> tokens;
  private int next;

  Tokens(List<Token> tokens) {
    this.tokens = List.copyOf(tokens);
  }

  Token peek() {
    return tokens.get(next);
  }

  /** The token after the next one; the end repeats itself. */
  Token second() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  Token take() {
    Token token = peek();
    next = Math.min(next + 1, tokens.size() - 1);
    return token;
  }

  /** Takes the next token if it is this sign or word. */
  boolean accept(String sign) {
    boolean found = peek().is(sign);
    if (found) {
      take();
    }
    return found;
  }

  Token expect(String sign) {
    if (!peek().is(sign)) {
      throw expected("'" + sign + "'");
    }
    return take();
  }

  Token expect(Kind kind, String what) {
    if (peek().kind() != kind) {
      throw expected(what);
    }
    return take();
  }

  KqlException expected(String what) {
    return KqlException.syntax(peek().at(), "expected " + what + ", found " + peek().shown());
  }
}
