package io.hubtriage.lab.kql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The columns of {@code AzureDiagnostics} that Microsoft's analyser is told of. */
public final class AzureSchema {
  /** The module the analyser lives in. */
  static final Path FUNCTIONS = Path.of("..", "functions");

  private AzureSchema() {}

  /** Names and types. */
  public static List<Column> columns() {
    Path file = FUNCTIONS.resolve("src/test/resources/kql/AzureDiagnostics.schema");
    try {
      return Arrays.stream(Files.readString(file).strip().replaceAll("[()]", "").split(",\\s*", -1))
          .map(column -> column.split(":", 2))
          .map(c -> new Column(c[0], Type.valueOf(c[1].toUpperCase(Locale.ROOT))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }
}
