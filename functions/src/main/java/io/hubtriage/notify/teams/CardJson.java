package io.hubtriage.notify.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Cards as the JSON a Workflows webhook takes. The order of properties never varies. */
final class CardJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private CardJson() {}

  /** The message around a card, in UTF-8. */
  static byte[] message(Card card) {
    ObjectNode attachment = JSON.objectNode();
    attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
    attachment.putNull("contentUrl");
    attachment.set("content", content(card));
    ObjectNode message = JSON.objectNode().put("type", "message");
    message.putArray("attachments").add(attachment);
    try {
      return MAPPER.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("writing a card in memory", e);
    }
  }

  private static ObjectNode content(Card card) {
    ObjectNode content = JSON.objectNode();
    content.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    content.put("type", "AdaptiveCard");
    content.put("version", "1.4");
    content.put("fallbackText", card.fallback());
    content.putObject("msteams").put("width", "Full");
    content.set("body", array(card.body(), CardJson::element));
    content.set("actions", array(card.actions(), CardJson::action));
    return content;
  }

  private static ObjectNode element(Element element) {
    if (element instanceof Element.Text text) {
      return text(text);
    }
    if (element instanceof Element.Banner banner) {
      ObjectNode node = typed("Container");
      node.put("style", banner.ground().style()).put("bleed", true);
      node.set("items", array(banner.items(), CardJson::element));
      return node;
    }
    if (element instanceof Element.Columns columns) {
      ObjectNode node = typed("ColumnSet");
      node.put(columns.spacing().property(), columns.spacing().value());
      node.set("columns", array(columns.columns(), CardJson::column));
      return node;
    }
    ObjectNode node = typed("FactSet");
    node.set("facts", array(((Element.FactSet) element).facts(), CardJson::fact));
    return node;
  }

  private static ObjectNode text(Element.Text text) {
    ObjectNode node = typed("TextBlock");
    node.put("text", text.text()).put("wrap", true);
    text.looks().stream().sorted(Comparator.naturalOrder()).forEach(look -> put(node, look));
    return node;
  }

  private static void put(ObjectNode node, Look look) {
    if (look == Look.SUBTLE) {
      node.put(look.property(), true);
    } else {
      node.put(look.property(), look.value());
    }
  }

  private static ObjectNode column(Element.Column column) {
    ObjectNode node = typed("Column");
    node.put("width", column.weight());
    node.set("items", array(column.items(), CardJson::text));
    return node;
  }

  private static ObjectNode fact(Element.Fact fact) {
    return JSON.objectNode().put("title", fact.title()).put("value", fact.value());
  }

  private static ObjectNode action(Card.OpenUrl action) {
    return typed("Action.OpenUrl").put("title", action.title()).put("url", action.url());
  }

  private static ObjectNode typed(String type) {
    return JSON.objectNode().put("type", type);
  }

  private static <T> ArrayNode array(List<T> items, Function<T, ObjectNode> json) {
    ArrayNode array = JSON.arrayNode(items.size());
    items.forEach(item -> array.add(json.apply(item)));
    return array;
  }
}
