package io.hubtriage.lab.show;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message in the folder, without its bytes.
 *
 * @param file its name, {@code ID.CHANNEL.json} or {@code .eml}
 * @param kind {@code opened}, {@code digest}...; {@code ""} if nobody wrote it down
 * @param at when it was sent
 * @param hub {@code ""} if nobody wrote it down
 * @param incident {@code ""} if it is about none
 */
record Message(String file, String kind, String channel, Instant at, String hub, String incident) {
  private static final Pattern NAME = Pattern.compile("[^.]+\\.(.+)\\.(?:json|eml)");

  /** A line of {@code messages.jsonl}. */
  record Line(
      String file, String kind, String channel, String at, String hub, @Nullable String incident) {}

  /** Whether a file of this name is a message. */
  static boolean named(String file) {
    return NAME.matcher(file).matches();
  }

  /** A message of which only the file is known. */
  static Message of(String file, Instant modified) {
    Matcher name = NAME.matcher(file);
    return new Message(file, "", name.matches() ? name.group(1) : "", modified, "", "");
  }

  static Message of(Line line) {
    return new Message(
        line.file(),
        line.kind(),
        line.channel(),
        Instant.parse(line.at()),
        line.hub(),
        Objects.requireNonNullElse(line.incident(), ""));
  }

  boolean mail() {
    return file.endsWith(".eml");
  }
}
