package io.hubtriage.lab.show;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Some messages of one channel with what they say, as JSON. */
final class MessagePage {
  /** So many at once stay quick to draw. */
  static final int MOST = 25;

  private MessagePage() {}

  /**
   * The last {@value #MOST} messages of a channel, oldest first.
   *
   * @param asked {@code channel}; {@code before}, the place in the channel to stop at, default its
   *     end; {@code around}, a file to begin a few messages before
   * @throws IllegalArgumentException if {@code before} is no number
   */
  static ObjectNode of(Inbox inbox, Map<String, String> asked) {
    String channel = asked.getOrDefault("channel", "");
    List<Message> all = inbox.messages().stream().filter(m -> m.channel().equals(channel)).toList();
    int end = Math.max(0, Math.min(all.size(), end(all, asked)));
    int start = Math.max(0, end - MOST);
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    page.put("total", all.size()).put("start", start).put("end", end);
    page.putArray("messages");
    all.subList(start, end).forEach(m -> page.withArray("messages").add(json(m, inbox)));
    return page;
  }

  private static int end(List<Message> all, Map<String, String> asked) {
    String around = asked.getOrDefault("around", "");
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).file().equals(around)) {
        return Math.min(all.size(), i + MOST / 2);
      }
    }
    String before = asked.getOrDefault("before", Integer.toString(all.size()));
    return Integer.parseInt(before);
  }

  private static ObjectNode json(Message message, Inbox inbox) {
    byte[] bytes = inbox.bytes(message.file()).orElse(new byte[0]);
    ObjectNode json = head(message).put("bytes", bytes.length);
    if (message.mail()) {
      return json.put("format", "mail").set("mail", Mail.json(Mail.read(bytes)));
    }
    JsonNode body;
    try {
      body = Lines.JSON.readTree(bytes);
    } catch (IOException e) {
      return json.put("format", "text").put("text", new String(bytes, StandardCharsets.UTF_8));
    }
    JsonNode card = body.path("attachments").path(0).path("content");
    return card.isObject()
        ? json.put("format", "card").set("card", card)
        : json.put("format", "text").put("text", body.toPrettyString());
  }

  /** What is known of a message without reading it. */
  static ObjectNode head(Message message) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("file", message.file())
        .put("kind", message.kind())
        .put("channel", message.channel())
        .put("at", message.at().getEpochSecond())
        .put("hub", message.hub())
        .put("incident", message.incident());
  }
}
