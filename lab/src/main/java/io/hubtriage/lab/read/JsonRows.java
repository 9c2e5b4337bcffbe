package io.hubtriage.lab.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.hubtriage.lab.read.JsonSource.BadRecords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Connection rows out of JSON objects: a record itself, event hub's {@code {"records":[...]}}, or
 * the query API's {@code {"tables":[{"columns":[...],"rows":[[...]]}]}}.
 */
final class JsonRows implements JsonSource.Handler {
  private final RowMaker maker;
  private final Map<String, Optional<Column>> columns = new HashMap<>();

  JsonRows(RowMaker maker) {
    this.maker = maker;
  }

  @Override
  public void object(JsonParser parser, BadRecords bad) throws IOException {
    RawRow raw = new RawRow();
    boolean record = true;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      boolean array = parser.nextToken() == JsonToken.START_ARRAY;
      if (array && name.equals("records")) {
        each(parser, bad, JsonToken.START_OBJECT, () -> object(parser, bad));
        record = false;
      } else if (array && name.equals("tables")) {
        each(parser, bad, JsonToken.START_OBJECT, () -> table(parser, bad));
        record = false;
      } else {
        field(parser, columns.computeIfAbsent(name, Column::named), raw);
      }
    }
    if (record) {
      maker.take(raw);
    }
  }

  private void table(JsonParser parser, BadRecords bad) throws IOException {
    List<Optional<Column>> header = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      boolean array = parser.nextToken() == JsonToken.START_ARRAY;
      if (array && name.equals("columns")) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          header.add(Column.named(nameOf(parser)));
        }
      } else if (array && name.equals("rows")) {
        each(parser, bad, JsonToken.START_ARRAY, () -> row(parser, header));
      } else {
        parser.skipChildren();
      }
    }
  }

  /** Of whatever stands there, so that the columns behind it keep their places. */
  private static String nameOf(JsonParser parser) throws IOException {
    JsonNode column = JsonSource.MAPPER.readTree(parser);
    return column.path("name").asText("");
  }

  private void row(JsonParser parser, List<Optional<Column>> header) throws IOException {
    RawRow raw = new RawRow();
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      field(parser, i < header.size() ? header.get(i) : Optional.empty(), raw);
    }
    maker.take(raw);
  }

  /** Takes what begins as wanted. What does not is passed over whole, or all behind it is lost. */
  private void each(JsonParser parser, BadRecords bad, JsonToken wanted, Step step)
      throws IOException {
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token != wanted) {
        parser.skipChildren(); // a stray number, null or array between records
        continue;
      }
      try {
        step.run();
      } catch (BadRecordException e) {
        bad.bad(parser, e);
      }
    }
  }

  private static void field(JsonParser parser, Optional<Column> column, RawRow raw)
      throws IOException {
    if (column.isEmpty()) {
      parser.skipChildren();
    } else if (parser.currentToken().isStructStart()) {
      raw.set(column.get(), JsonSource.MAPPER.readTree(parser).toString());
    } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
      raw.set(column.get(), parser.getText());
    }
  }

  /** Reads what the parser stands at. */
  private interface Step {
    void run() throws IOException;
  }
}
