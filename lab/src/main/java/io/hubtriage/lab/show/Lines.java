package io.hubtriage.lab.show;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads files of one JSON object a line. */
final class Lines {
  static final ObjectMapper JSON =
      new ObjectMapper(new JsonFactory())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private Lines() {}

  /**
   * Hands on each line of a file; none if there is no such file. A file that is being written may
   * end in half a line: there reading stops, for the next look to go on.
   */
  static <T> void each(Path file, Class<T> type, Consumer<T> consumer) {
    if (!Files.exists(file)) {
      return;
    }
    try (MappingIterator<T> lines = JSON.readerFor(type).readValues(file.toFile())) {
      while (lines.hasNextValue()) {
        consumer.accept(lines.nextValue());
      }
    } catch (JsonParseException e) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
