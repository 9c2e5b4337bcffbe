package io.hubtriage.lab.show;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The messages in an output folder. */
final class Inbox {
  private final Path notices;
  private final Path log;
  private final Kept<List<Message>> messages;

  Inbox(Path folder) {
    this.notices = folder.resolve("notices");
    this.log = folder.resolve("messages.jsonl");
    this.messages = new Kept<>(this::read, notices, log);
  }

  /** All of them, oldest first. */
  List<Message> messages() {
    return messages.now();
  }

  /** A message as it would have been sent; empty if there is none of that name. */
  Optional<byte[]> bytes(String file) {
    // The name is a message's and a plain name, so it leads nowhere else.
    if (!Message.named(file) || !Path.of(file).equals(Path.of(file).getFileName())) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(notices.resolve(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private List<Message> read() {
    Map<String, Message> known = new HashMap<>();
    Lines.each(log, Message.Line.class, line -> known.put(line.file(), Message.of(line)));
    if (!Files.isDirectory(notices)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(notices)) {
      return files
          .filter(f -> Message.named(f.getFileName().toString()))
          .map(f -> message(f, known))
          .sorted(Comparator.comparing(Message::at).thenComparing(Message::file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + notices + ": " + e.getMessage(), e);
    }
  }

  private static Message message(Path file, Map<String, Message> known) {
    String name = file.getFileName().toString();
    Message message = known.get(name);
    return message == null ? Message.of(name, modified(file)) : message;
  }

  private static Instant modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH; // It went away while we looked.
    }
  }
}
