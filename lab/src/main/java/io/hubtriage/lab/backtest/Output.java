package io.hubtriage.lab.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubtriage.lab.cli.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The folder a backtest writes to. What an earlier run left there under the same names is replaced.
 */
final class Output {
  static final ObjectMapper JSON = new ObjectMapper();

  private final Path dir;
  private final Path notices;

  private Output(Path dir, Path notices) {
    this.dir = dir;
    this.notices = notices;
  }

  /**
   * Makes the folder ready.
   *
   * @throws InputException if it cannot be written to
   */
  static Output in(Path dir) {
    Path notices = dir.resolve("notices");
    try {
      Files.createDirectories(notices);
      try (Stream<Path> old = Files.list(notices)) {
        for (Path file : old.filter(Output::isNotice).toList()) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new InputException(
          dir + ": cannot be written to (" + e.getMessage() + "); name another folder with --out",
          e);
    }
    return new Output(dir, notices);
  }

  private static boolean isNotice(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".json") || name.endsWith(".eml");
  }

  /** Writes the bytes of one message. */
  void notice(String name, byte[] bytes) {
    try {
      Files.write(notices.resolve(name), bytes);
    } catch (IOException e) {
      throw failed(notices.resolve(name), e);
    }
  }

  /** Writes one JSON object a line. */
  void lines(String name, Stream<ObjectNode> objects) {
    Path file = dir.resolve(name);
    try (Writer writer = Files.newBufferedWriter(file)) {
      for (ObjectNode object : (Iterable<ObjectNode>) objects::iterator) {
        writer.write(json(object));
        writer.write('\n');
      }
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /** Writes a whole file. */
  void text(String name, String content) {
    Path file = dir.resolve(name);
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  Path file(String name) {
    return dir.resolve(name);
  }

  private static String json(ObjectNode object) throws JsonProcessingException {
    return JSON.writeValueAsString(object);
  }

  private static UncheckedIOException failed(Path file, IOException e) {
    return new UncheckedIOException("writing " + file + ": " + e.getMessage(), e);
  }
}
