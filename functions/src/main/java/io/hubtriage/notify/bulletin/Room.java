package io.hubtriage.notify.bulletin;

/**
 * How much a bulletin may say. Numbers beyond it become "and N more".
 *
 * @param rows most rows of a table, 0 or more
 * @param findings most sentences of evidence or advice, 1 or more
 * @param characters most characters of a foreign text, 8 or more
 */
public record Room(int rows, int findings, int characters) {
  /** Enough for every notice: lists hold at most ten devices, ids at most 128 characters. */
  public static final Room AMPLE = new Room(10, 8, 128);

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if a number is too small to say anything
   */
  public Room {
    if (rows < 0 || findings < 1 || characters < 8) {
      throw new IllegalArgumentException(
          "no room: " + rows + " rows, " + findings + " findings, " + characters + " characters");
    }
  }
}
