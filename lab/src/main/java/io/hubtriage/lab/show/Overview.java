package io.hubtriage.lab.show;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubtriage.model.Cause;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The numbers, the incidents and the channels of an output folder, as JSON. */
final class Overview {
  /** So many incidents are listed, the newest; the report has them all. */
  static final int MOST_INCIDENTS = 200;

  /** So many device ids are named with an incident. */
  private static final int MOST_DEVICES = 12;

  private final Path folder;
  private final Inbox inbox;
  private final Minutes minutes;
  private final Kept<List<ObjectNode>> incidents;

  Overview(Path folder, Inbox inbox, Minutes minutes) {
    this.folder = folder;
    this.inbox = inbox;
    this.minutes = minutes;
    Path file = folder.resolve("incidents.jsonl");
    this.incidents =
        new Kept<>(
            () -> {
              List<ObjectNode> lines = new ArrayList<>();
              Lines.each(file, ObjectNode.class, lines::add);
              return lines;
            },
            file);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("version", Stamp.of(folder).text());
    json.put("folder", folder.toAbsolutePath().normalize().getFileName() + "");
    json.put("report", Files.exists(folder.resolve("report.html")));
    List<ObjectNode> all = incidents.now();
    json.put("incidentCount", all.size());
    List<ObjectNode> listed = all.subList(Math.max(0, all.size() - MOST_INCIDENTS), all.size());
    Map<String, ArrayNode> told = new HashMap<>();
    inbox.messages().forEach(m -> tell(told, m));
    ArrayNode array = json.putArray("incidents");
    listed.forEach(i -> array.add(incident(i, told)));
    json.set("causes", causes(all, told));
    json.set("hubs", hubs());
    json.set("channels", channels());
    return json;
  }

  private static void tell(Map<String, ArrayNode> told, Message message) {
    told.computeIfAbsent(message.incident(), i -> JsonNodeFactory.instance.arrayNode())
        .add(MessagePage.head(message));
  }

  private static ObjectNode incident(ObjectNode line, Map<String, ArrayNode> told) {
    ObjectNode incident = JsonNodeFactory.instance.objectNode();
    for (String field : List.of("id", "hub", "cause", "severity", "impact", "evidence")) {
      incident.put(field, line.path(field).asText());
    }
    for (String field : List.of("openedAt", "causeKnownAt", "resolvedAt")) {
      JsonNode at = line.path(field);
      if (at.isTextual()) {
        incident.put(field, Instant.parse(at.asText()).getEpochSecond());
      }
    }
    JsonNode devices = line.path("devices");
    incident.put("deviceCount", devices.size());
    ArrayNode named = incident.putArray("devices");
    for (int i = 0; i < Math.min(devices.size(), MOST_DEVICES); i++) {
      named.add(devices.get(i).asText());
    }
    incident.set("messages", told(line, told));
    return incident;
  }

  private static ArrayNode told(JsonNode incident, Map<String, ArrayNode> told) {
    return told.getOrDefault(incident.path("id").asText(), JsonNodeFactory.instance.arrayNode());
  }

  /** Rows, incidents and messages of each cause that has any, most rows first. */
  private ArrayNode causes(List<ObjectNode> incidents, Map<String, ArrayNode> told) {
    List<ObjectNode> causes = new ArrayList<>();
    for (Cause cause : Cause.values()) {
      List<ObjectNode> of =
          incidents.stream().filter(i -> i.path("cause").asText().equals(cause.code())).toList();
      long rows = minutes.now().values().stream().mapToLong(h -> h.total(cause)).sum();
      if (rows > 0 || !of.isEmpty()) {
        causes.add(
            JsonNodeFactory.instance
                .objectNode()
                .put("cause", cause.code())
                .put("benign", cause.benign())
                .put("rows", rows)
                .put("incidents", of.size())
                .put("messages", of.stream().mapToInt(i -> told(i, told).size()).sum()));
      }
    }
    causes.sort((a, b) -> Long.compare(b.path("rows").asLong(), a.path("rows").asLong()));
    return JsonNodeFactory.instance.arrayNode().addAll(causes);
  }

  private ArrayNode hubs() {
    ArrayNode hubs = JsonNodeFactory.instance.arrayNode();
    minutes
        .now()
        .forEach(
            (name, hub) ->
                hubs.addObject()
                    .put("name", name)
                    .put("first", hub.first() * 60)
                    .put("last", hub.last() * 60 + 60));
    return hubs;
  }

  /** What the first message of a channel shows it to be. */
  private String format(Message message) {
    if (message.mail()) {
      return "mail";
    }
    String body = inbox.bytes(message.file()).map(b -> new String(b, UTF_8)).orElse("");
    return body.contains("\"attachments\"") ? "teams" : "webhook";
  }

  private ArrayNode channels() {
    Map<String, ObjectNode> channels = new TreeMap<>();
    for (Message message : inbox.messages()) {
      ObjectNode channel =
          channels.computeIfAbsent(
              message.channel(),
              c ->
                  JsonNodeFactory.instance
                      .objectNode()
                      .put("name", c)
                      .put("format", format(message))
                      .put("messages", 0));
      channel.put("messages", channel.path("messages").asInt() + 1);
    }
    return JsonNodeFactory.instance.arrayNode().addAll(channels.values());
  }
}
