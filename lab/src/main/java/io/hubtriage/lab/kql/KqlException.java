package io.hubtriage.lab.kql;

/** A query that is wrong, or that is right and not covered. The message names what and where. */
public final class KqlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final int offset;

  /** Why a query is refused. */
  public enum Kind {
    /** It is not of the language's form. */
    SYNTAX,
    /** A name in it stands for nothing. */
    UNRESOLVED,
    /** A function or operator gets what it does not take. */
    SEMANTIC,
    /** The service may take it; this translator does not. */
    NOT_COVERED
  }

  private KqlException(Kind kind, int offset, String message) {
    super(message);
    this.kind = kind;
    this.offset = offset;
  }

  static KqlException syntax(int offset, String message) {
    return new KqlException(Kind.SYNTAX, offset, message);
  }

  static KqlException unresolved(int offset, String what, String name) {
    return new KqlException(
        Kind.UNRESOLVED, offset, "Failed to resolve " + what + " named '" + name + "'");
  }

  static KqlException semantic(int offset, String message) {
    return new KqlException(Kind.SEMANTIC, offset, message);
  }

  static KqlException notCovered(int offset, String what) {
    return new KqlException(Kind.NOT_COVERED, offset, what + " is not covered here");
  }

  /** The same refusal, with line and column (from 1) in its message. */
  KqlException in(String query) {
    String before = query.substring(0, Math.min(offset, query.length()));
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    return new KqlException(
        kind, offset, getMessage() + ", at line " + line + ", column " + column);
  }

  public Kind kind() {
    return kind;
  }

  /** Where in the query, in characters from its start. */
  public int offset() {
    return offset;
  }
}
