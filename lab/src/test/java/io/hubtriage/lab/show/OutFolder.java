package io.hubtriage.lab.show;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** An output folder that a test fills line by line. */
record OutFolder(Path path) {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  /** A card with a title, and its line in the log of messages. */
  OutFolder card(String id, String channel, Instant at) {
    String file = id + "." + channel + ".json";
    return notice(
            file,
            "{\"type\":\"message\",\"attachments\":[{\"content\":{\"type\":\"AdaptiveCard\","
                + "\"body\":[{\"type\":\"TextBlock\",\"text\":\""
                + id
                + "\"}]}}]}")
        .line(
            "messages.jsonl",
            "{\"file\":\"%s\",\"id\":\"%s\",\"kind\":\"opened\",\"channel\":\"%s\",\"at\":\"%s\",\"hub\":\"h\",\"incident\":null}"
                .formatted(file, id, channel, at));
  }

  /** The bytes of a message of which nothing else is known. */
  OutFolder notice(String file, String body) {
    return append("notices/" + file, body);
  }

  OutFolder row(Instant at, String cause) {
    return line(
        "attributions.jsonl",
        "{\"time\":\"%s\",\"hub\":\"h\",\"deviceId\":\"d\",\"cause\":\"%s\"}".formatted(at, cause));
  }

  OutFolder sample(Instant at, double average, double minimum) {
    return line(
        "metrics.jsonl",
        "{\"time\":\"%s\",\"resourceId\":\"/SUBSCRIPTIONS/S/IOTHUBS/H\",\"average\":%s,\"minimum\":%s,\"maximum\":%s}"
            .formatted(at, average, minimum, average));
  }

  OutFolder line(String file, String json) {
    return append(file, json + "\n");
  }

  /** Adds to a file, which need not be there. */
  OutFolder append(String file, String text) {
    Path target = path.resolve(file);
    try {
      Files.createDirectories(target.resolveSibling("."));
      Files.writeString(
          target,
          text,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }
}
