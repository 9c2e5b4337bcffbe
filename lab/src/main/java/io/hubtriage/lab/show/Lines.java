package io.hubtriage.lab.show;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads files of one JSON object a line. */
final class Lines {
  static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private Lines() {}

  /**
   * Hands on each line of a file; none if there is no such file. A line that is no such object is
   * left out: the last one of a file that is being written is often half there.
   */
  static <T> void each(Path file, Class<T> type, Consumer<T> consumer) {
    if (!Files.exists(file)) {
      return;
    }
    ObjectReader reader = JSON.readerFor(type);
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      lines.lines().forEach(line -> read(reader, line, type).ifPresent(consumer));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static <T> Optional<T> read(ObjectReader reader, String line, Class<T> type) {
    try {
      return Optional.of(type.cast(reader.readValue(line)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
