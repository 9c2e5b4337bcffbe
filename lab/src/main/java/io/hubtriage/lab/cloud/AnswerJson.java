package io.hubtriage.lab.cloud;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubtriage.lab.kql.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Rows in the form in which the service answers. */
final class AnswerJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AnswerJson() {}

  /** {@code {"tables":[{"name":"PrimaryResult","columns":[...],"rows":[[...]]}]}}. */
  static byte[] of(List<Column> columns, ResultSet rows) throws SQLException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeArrayFieldStart("tables");
      json.writeStartObject();
      json.writeStringField("name", "PrimaryResult");
      columns(columns, json);
      rows(columns, rows, json);
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing into memory", e);
    }
    return bytes.toByteArray();
  }

  private static void columns(List<Column> columns, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("columns");
    for (Column column : columns) {
      json.writeStartObject();
      json.writeStringField("name", column.name());
      json.writeStringField("type", column.type().kql());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void rows(List<Column> columns, ResultSet rows, JsonGenerator json)
      throws IOException, SQLException {
    json.writeArrayFieldStart("rows");
    while (rows.next()) {
      json.writeStartArray();
      for (int i = 0; i < columns.size(); i++) {
        cell(columns.get(i), rows, i + 1, json);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /** Dynamic values are JSON in a string of JSON. */
  private static void cell(Column column, ResultSet row, int number, JsonGenerator json)
      throws IOException, SQLException {
    if (row.getObject(number) == null) {
      json.writeNull();
      return;
    }
    switch (column.type()) {
      case STRING, DYNAMIC -> json.writeString(row.getString(number));
      case LONG -> json.writeNumber(row.getLong(number));
      case REAL -> json.writeNumber(row.getDouble(number));
      case BOOL -> json.writeBoolean(row.getBoolean(number));
      case DATETIME ->
          json.writeString(
              row.getObject(number, LocalDateTime.class).toInstant(ZoneOffset.UTC).toString());
      case TIMESPAN -> throw new IllegalStateException("no translation gives a timespan");
    }
  }
}
