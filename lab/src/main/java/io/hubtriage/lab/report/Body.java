package io.hubtriage.lab.report;

import java.util.List;

/**
 * What a message says, to be read.
 *
 * @param subject of a mail; {@code ""} otherwise
 * @param lines of a card; empty otherwise
 * @param text of everything else; {@code ""} otherwise
 */
record Body(String subject, List<Line> lines, String text) {
  /** Copies the lines. */
  Body {
    lines = List.copyOf(lines);
  }

  /**
   * A line of a card.
   *
   * @param style how it stands out: {@code head}, {@code strong}, {@code subtle}, {@code link} or
   *     {@code plain}
   * @param label before the text; may be {@code ""}
   * @param href where a link leads, https only; {@code ""} otherwise
   * @param cells the columns instead of a text; may be empty
   */
  record Line(String style, String label, String text, String href, List<String> cells) {
    static Line plain(String style, String text) {
      return new Line(style, "", text, "", List.of());
    }

    static Line fact(String label, String text) {
      return new Line("plain", label, text, "", List.of());
    }

    static Line cells(List<String> cells) {
      return new Line("plain", "", "", "", List.copyOf(cells));
    }

    static Line link(String text, String url) {
      boolean safe = url.startsWith("https://");
      return new Line("link", "", text, safe ? url : "", List.of());
    }

    /** All of it in one line of text. */
    String joined() {
      return cells.isEmpty() ? (label + " " + text).strip() : String.join(", ", cells);
    }
  }

  /** Reads a message; what is neither a mail nor a card is shown as it is. */
  static Body of(Story.Message message) {
    return message.file().endsWith(".eml")
        ? MailText.read(message.body())
        : CardText.read(message.body());
  }

  static Body text(String text) {
    return new Body("", List.of(), text);
  }
}
