package io.hubtriage.lab.read;

import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Operation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Makes connection rows of raw ones and hands them on; text that repeats is kept once. */
final class RowMaker {
  /** Resource logs usually take 3 to 10 minutes; the contract of files without the time says 5. */
  private static final Duration USUAL_INGESTION = Duration.ofMinutes(5);

  /** Texts come from small sets; should one not, memory must not grow with the file. */
  private static final int MOST_TEXTS = 10_000;

  private final Tally tally;
  private final Consumer<ConnectionRow> rows;
  private final PropertiesReader properties = new PropertiesReader();
  private final Map<String, Hub> hubs = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  RowMaker(Tally tally, Consumer<ConnectionRow> rows) {
    this.tally = tally;
    this.rows = rows;
  }

  /**
   * Hands the row on, or counts why not.
   *
   * @throws BadRecordException if it is a connection row and cannot be read
   */
  void take(RawRow raw) {
    if (!isConnection(raw)) {
      tally.other();
      return;
    }
    Properties details = properties.read(raw.get(Column.PROPERTIES));
    Instant time = time(raw);
    if (details.device().deviceId().isEmpty()) {
      tally.withoutDevice();
      return;
    }
    String code = once(raw.get(Column.CODE));
    rows.accept(
        new ConnectionRow(
            hub(raw),
            details.device(),
            time,
            Operation.of(raw.get(Column.OPERATION)),
            code,
            once(description(raw, code)),
            details.client(),
            details.network(),
            ingested(raw, time)));
    tally.row();
  }

  /** An export may lack the category; then the operation must say that it is about connections. */
  private static boolean isConnection(RawRow raw) {
    String category = raw.get(Column.CATEGORY);
    return category.isEmpty()
        ? raw.get(Column.OPERATION).toLowerCase(Locale.ROOT).contains("connect")
        : category.equalsIgnoreCase("Connections");
  }

  private static Instant time(RawRow raw) {
    String text = raw.get(Column.TIME);
    if (text.isEmpty()) {
      throw new BadRecordException("a connection row without a time");
    }
    return Times.parse(text).truncatedTo(ChronoUnit.MILLIS);
  }

  private static Instant ingested(RawRow raw, Instant time) {
    String text = raw.get(Column.INGESTED);
    return text.isEmpty() ? time.plus(USUAL_INGESTION) : Times.parse(text);
  }

  /** Without a code, the description of an informational row is no error. */
  private static String description(RawRow raw, String code) {
    String level = raw.get(Column.LEVEL).toLowerCase(Locale.ROOT);
    boolean informational = level.startsWith("info") || level.startsWith("verbose");
    return code.isEmpty() && informational ? "" : raw.get(Column.DESCRIPTION);
  }

  private Hub hub(RawRow raw) {
    String id = raw.get(Column.RESOURCE_ID);
    String text = id.isEmpty() ? raw.get(Column.RESOURCE) : id;
    if (text.isEmpty()) {
      throw new BadRecordException("a connection row that names no hub");
    }
    return hubs.computeIfAbsent(text, Hub::new);
  }

  private String once(String text) {
    if (texts.size() >= MOST_TEXTS) {
      texts.clear();
    }
    String known = texts.putIfAbsent(text, text);
    return known == null ? text : known;
  }
}
