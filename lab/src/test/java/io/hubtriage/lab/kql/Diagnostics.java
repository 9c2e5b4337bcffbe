package io.hubtriage.lab.kql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The table as Microsoft's analyser is told of it; nothing of it is run. */
final class Diagnostics implements Table {
  static final Path FUNCTIONS = Path.of("..", "functions");

  static final List<Column> COLUMNS = schema();

  private static List<Column> schema() {
    try {
      String text =
          Files.readString(FUNCTIONS.resolve("src/test/resources/kql/AzureDiagnostics.schema"));
      return Arrays.stream(text.strip().replaceAll("[()]", "").split(",\\s*"))
          .map(column -> column.split(":"))
          .map(c -> new Column(c[0], Type.valueOf(c[1].toUpperCase(Locale.ROOT))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the analyser's schema", e);
    }
  }

  @Override
  public String name() {
    return "AzureDiagnostics";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public String from() {
    return "diagnostics";
  }

  @Override
  public Optional<String> stored(String expression, Type type) {
    return Optional.empty();
  }
}
