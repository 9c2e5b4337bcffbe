package io.hubtriage.lab.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubtriage.lab.report.Body.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words of an Adaptive Card in a Teams envelope, from top to bottom. Elements of other types
 * are walked for what they hold, so nothing a card says is left out for want of a case here.
 */
final class CardText {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The subset of Markdown in Teams lets a backslash stand before any punctuation. */
  private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");

  private final List<Line> lines = new ArrayList<>();

  private CardText() {}

  static Body read(String json) {
    JsonNode root;
    try {
      root = MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      return Body.text(json);
    }
    CardText text = new CardText();
    root.path("attachments").forEach(a -> text.element(a.path("content")));
    return text.lines.isEmpty() ? Body.text(root.toPrettyString()) : new Body("", text.lines, "");
  }

  private void element(JsonNode node) {
    switch (node.path("type").asText()) {
      case "TextBlock" -> text(node);
      case "FactSet" -> node.path("facts").forEach(this::fact);
      case "ColumnSet" -> row(node.path("columns"));
      case "TableRow" -> row(node.path("cells"));
      case "Action.OpenUrl" ->
          lines.add(Line.link(node.path("title").asText(), node.path("url").asText()));
      default -> inside(node);
    }
  }

  private void inside(JsonNode node) {
    for (String part : List.of("body", "items", "rows", "columns", "actions")) {
      node.path(part).forEach(this::element);
    }
  }

  private void text(JsonNode node) {
    String style =
        node.path("size").asText().endsWith("arge")
            ? "head"
            : node.path("weight").asText().equals("Bolder")
                ? "strong"
                : node.path("isSubtle").asBoolean() ? "subtle" : "plain";
    readable(node.path("text").asText())
        .lines()
        .forEach(line -> lines.add(Line.plain(style, line)));
  }

  private void fact(JsonNode fact) {
    lines.add(
        Line.fact(readable(fact.path("title").asText()), readable(fact.path("value").asText())));
  }

  private void row(JsonNode columns) {
    List<String> cells = new ArrayList<>();
    for (JsonNode column : columns) {
      CardText inner = new CardText();
      inner.element(column);
      cells.add(String.join("\n", inner.lines.stream().map(Line::joined).toList()));
    }
    lines.add(Line.cells(cells));
  }

  private static String readable(String markdown) {
    return ESCAPED.matcher(markdown).replaceAll("$1");
  }
}
