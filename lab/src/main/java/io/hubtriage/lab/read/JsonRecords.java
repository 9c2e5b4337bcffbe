package io.hubtriage.lab.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.hubtriage.lab.cli.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The records of a small JSON file, as trees: one or an array a line, or one document. */
final class JsonRecords {
  private JsonRecords() {}

  /**
   * Hands every JSON object on.
   *
   * @param records may throw {@link BadRecordException}: counted, and the rest is read
   * @throws InputException if the file is missing, unreadable or not JSON
   */
  static void read(Path file, Tally tally, Consumer<JsonNode> records) {
    try (Input input = Input.open(file)) {
      tally.file();
      Form form = Form.of(input.prefix());
      if (form == Form.CSV || form == Form.UNKNOWN) {
        throw new InputException(file + " is not JSON lines: see the file forms in the README");
      }
      new JsonSource(
              input, tally, (parser, bad) -> records.accept(JsonSource.MAPPER.readTree(parser)))
          .read(form);
      input.reportCut(tally);
    } catch (IOException e) {
      throw Input.unreadable(file, e);
    }
  }

  /** The field's text, {@code ""} if it is absent or null. */
  static String text(JsonNode record, String field) {
    JsonNode value = record.path(field);
    return value.isNull() ? "" : value.asText("");
  }

  /**
   * The field's text.
   *
   * @throws BadRecordException if it has none
   */
  static String required(JsonNode record, String field) {
    String text = text(record, field);
    if (text.isBlank()) {
      throw new BadRecordException("a record without " + field);
    }
    return text;
  }
}
