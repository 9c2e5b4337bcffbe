package io.hubtriage.lab.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.hubtriage.lab.cli.InputException;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads {@code truth.jsonl} and {@code attributions.jsonl}: {@code {"time","hub","deviceId",
 * "moduleId","code","cause"}}, and {@code firstCause} in the latter.
 */
public final class LabelFile {
  private LabelFile() {}

  /**
   * Hands every line on.
   *
   * @throws InputException if the file is missing, unreadable or not JSON
   */
  public static ReadReport read(Path file, Consumer<LabelledRow> rows) {
    Tally tally = new Tally();
    JsonRecords.read(
        file,
        tally,
        record -> {
          rows.accept(row(record));
          tally.row();
        });
    return tally.report();
  }

  private static LabelledRow row(JsonNode record) {
    Cause cause = cause(JsonRecords.required(record, "cause"));
    Cause first =
        record.has("firstCause") ? firstCause(JsonRecords.text(record, "firstCause")) : cause;
    RowId id =
        new RowId(
            Times.parse(JsonRecords.required(record, "time")),
            new Hub(JsonRecords.required(record, "hub")).name(),
            new Device(
                JsonRecords.required(record, "deviceId"), JsonRecords.text(record, "moduleId")),
            JsonRecords.text(record, "code"));
    return new LabelledRow(id, cause, first);
  }

  private static Cause firstCause(String code) {
    return code.isEmpty() ? Cause.UNKNOWN : cause(code);
  }

  private static Cause cause(String code) {
    return Cause.coded(code)
        .orElseThrow(() -> new BadRecordException("no cause has the code " + code));
  }
}
