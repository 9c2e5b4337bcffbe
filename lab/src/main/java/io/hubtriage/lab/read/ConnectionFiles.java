package io.hubtriage.lab.read;

import io.hubtriage.lab.cli.InputException;
import io.hubtriage.model.ConnectionRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads the connection log from files and folders: JSON lines (the storage archive's shape, also as
 * its folder tree), event-hub {@code {"records":[...]}}, Log Analytics exports as JSON or CSV, each
 * plain or gzip. The form is told from the content, never from the name.
 */
public final class ConnectionFiles {
  private final Tally tally = new Tally();
  private final RowMaker maker;

  private ConnectionFiles(Consumer<ConnectionRow> rows) {
    this.maker = new RowMaker(tally, rows);
  }

  /**
   * Hands every connection row on, file by file in order of the arguments, in folders by path.
   *
   * @param filesOrFolders folders are read to any depth: files named {@code *.json*}, {@code
   *     *.csv*} and {@code *.gz}
   * @throws InputException if an argument is missing, unreadable or of no known form, or a folder,
   *     or all of it, holds no connection row
   */
  public static ReadReport read(List<Path> filesOrFolders, Consumer<ConnectionRow> rows) {
    ConnectionFiles reader = new ConnectionFiles(rows);
    filesOrFolders.forEach(reader::readArgument);
    if (reader.tally.rows() == 0) {
      throw new InputException(
          "no connection row in "
              + filesOrFolders.stream().map(Path::toString).toList()
              + ": export the Connections category of the hub's resource logs"
              + reader.firstFault());
    }
    return reader.tally.report();
  }

  private String firstFault() {
    return tally.report().faults().stream()
        .findFirst()
        .map(fault -> " (first fault: " + fault + ")")
        .orElse("");
  }

  private void readArgument(Path argument) {
    if (!Files.isDirectory(argument)) {
      readFile(argument);
      return;
    }
    long before = tally.rows();
    files(argument).forEach(this::readFileOfFolder);
    if (tally.rows() == before) {
      throw new InputException(
          "no connection row in the folder "
              + argument
              + ": it should hold insights-logs-connections/... or exported files"
              + firstFault());
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder.toRealPath())) {
      return all.filter(Files::isRegularFile).filter(ConnectionFiles::isData).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw Input.unreadable(folder, e);
    }
  }

  private static boolean isData(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && (name.contains(".json") || name.contains(".csv") || name.endsWith(".gz"));
  }

  /** What is of no known form is no reason to leave the rest of a folder unread. */
  private void readFileOfFolder(Path file) {
    try {
      readFile(file);
    } catch (InputException e) {
      tally.fault(file, 1, String.valueOf(e.getMessage()));
    }
  }

  private void readFile(Path file) {
    try (Input input = Input.open(file)) {
      tally.file();
      readForm(input);
      input.reportCut(tally);
    } catch (IOException e) {
      throw Input.unreadable(file, e);
    }
  }

  private void readForm(Input input) throws IOException {
    String prefix = input.prefix();
    Form form = Form.of(prefix);
    switch (form) {
      case EMPTY -> {}
      case CSV -> new CsvRows(input, tally, maker).read(separator(prefix));
      case JSON_LINES, JSON_DOCUMENT ->
          new JsonSource(input, tally, new JsonRows(maker)).read(form);
      case UNKNOWN ->
          throw new InputException(
              input.file()
                  + " is neither JSON nor a CSV export with a TimeGenerated column: see the input"
                  + " forms in the README");
    }
  }

  /** Spreadsheets of many countries write semicolons. */
  private static char separator(String prefix) {
    String header = prefix.strip().lines().findFirst().orElse("");
    return header.indexOf(',') >= 0 ? ',' : header.indexOf(';') >= 0 ? ';' : '\t';
  }
}
