package io.hubtriage.lab.simulate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A file with one JSON object per line. */
final class JsonLines implements AutoCloseable {
  static final JsonFactory JSON = new JsonFactoryBuilder().rootValueSeparator("\n").build();

  private final Path file;
  private final JsonGenerator generator;
  private long lines;

  private JsonLines(Path file, JsonGenerator generator) {
    this.file = file;
    this.generator = generator;
  }

  /** How a file is stored. */
  enum Compression {
    NONE(""),
    GZIP(".gz");

    private final String suffix;

    Compression(String suffix) {
      this.suffix = suffix;
    }
  }

  /** Writes the members of one object. */
  @FunctionalInterface
  interface Members {
    void write(JsonGenerator json) throws IOException;
  }

  /** Begins a file, over an older one; {@code .gz} is added to the name if it is compressed. */
  static JsonLines create(Path directory, String name, Compression compression) {
    Path file = directory.resolve(name + compression.suffix);
    try {
      OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
      return new JsonLines(
          file, JSON.createGenerator(compression == Compression.GZIP ? new FastGzip(out) : out));
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  Path file() {
    return file;
  }

  long lines() {
    return lines;
  }

  void line(Members members) {
    try {
      generator.writeStartObject();
      members.write(generator);
      generator.writeEndObject();
      lines++;
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  @Override
  public void close() {
    try (generator) {
      if (lines > 0) {
        generator.writeRaw('\n');
      }
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static UncheckedIOException failed(Path file, IOException e) {
    return new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
  }

  /** Half the time for a tenth more bytes. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
