package io.hubtriage.lab.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Finds the JSON objects of a file, one by one, however they are laid out. */
final class JsonSource {
  static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER).build();

  private final Input input;
  private final Tally tally;
  private final Handler handler;
  private long linesBefore;

  /** Takes one object. */
  interface Handler {
    /**
     * Reads the object the parser stands at the start of, to its end.
     *
     * @param bad to be told of parts of the object that cannot be used
     * @throws BadRecordException if none of it can be used; the parser must stand at its end
     */
    void object(JsonParser parser, BadRecords bad) throws IOException;
  }

  /** Counts a record that cannot be used, at the line the parser stands at. */
  interface BadRecords {
    void bad(JsonParser parser, BadRecordException why);
  }

  JsonSource(Input input, Tally tally, Handler handler) {
    this.input = input;
    this.tally = tally;
    this.handler = handler;
  }

  void read(Form form) throws IOException {
    if (form == Form.JSON_DOCUMENT) {
      readDocument();
    } else {
      readLines();
    }
  }

  private void readLines() throws IOException {
    BufferedReader text = input.lines();
    try {
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        if (!line.isBlank()) {
          readLine(line);
        }
        linesBefore++;
      }
    } catch (ShortLines.LongLineException e) {
      tally.fault(
          input.file(), linesBefore + 1, e.getMessage() + "; the file is not read from here on");
    }
  }

  private void readLine(String line) throws IOException {
    int from = line.startsWith(",") ? 1 : 0;
    int end = line.endsWith(",") ? line.length() - 1 : line.length();
    long read = 0;
    try (JsonParser parser = MAPPER.createParser(line.substring(from, Math.max(from, end)))) {
      try {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          value(parser, token);
          read = parser.currentLocation().getCharOffset();
        }
      } catch (JsonProcessingException e) {
        // Brackets of the file itself may stand before the first and behind the last record.
        if (!Form.bracketOnly(line.substring(from + (int) read).strip())) {
          tally.fault(input.file(), linesBefore + 1, "not JSON: " + reason(e));
        }
      }
    }
  }

  private void readDocument() throws IOException {
    try (JsonParser parser = MAPPER.createParser(input.text())) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        value(parser, token);
      }
    } catch (JsonProcessingException e) {
      long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      tally.fault(
          input.file(), line, "not JSON: " + reason(e) + "; the file is not read from here on");
    }
  }

  private void value(JsonParser parser, @Nullable JsonToken token) throws IOException {
    if (token == JsonToken.START_ARRAY) {
      for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
        value(parser, t);
      }
    } else if (token == JsonToken.START_OBJECT) {
      try {
        handler.object(parser, this::bad);
      } catch (BadRecordException e) {
        bad(parser, e);
      }
    } else {
      bad(parser, new BadRecordException("not a JSON object: " + token));
    }
  }

  private void bad(JsonParser parser, BadRecordException why) {
    long line = linesBefore + parser.currentTokenLocation().getLineNr();
    tally.fault(input.file(), line, String.valueOf(why.getMessage()));
  }

  private static String reason(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("broken");
  }
}
