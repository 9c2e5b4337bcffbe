package io.hubtriage.azure.loganalytics;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.azure.monitor.query.models.LogsColumnType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** A shipped query, and the columns its answer must have. */
enum Question {
  ACTIVITY(
      "activity",
      "hub:string minute:datetime connect:long signal:long rows:long devices:long newest:datetime"),
  SESSIONS(
      "sessions",
      "hub:string sdk:string auth:string protocol:string minutes:long ending:long reconnect:long"
          + " sessions:long devices:long"),
  TIMELINES("timelines", "hub:string cell:long unexplained:long parts:long timelines:dynamic"),
  POPULATION("population", "dimension:string value:string devices:long");

  private static final Pattern BLANKS = Pattern.compile(" ");

  private final String name;
  private final String columns;

  Question(String name, String columns) {
    this.name = name;
    this.columns = columns;
  }

  /** What is asked for, in a word. */
  String label() {
    return name;
  }

  /** The answer's columns and their types. */
  Map<String, LogsColumnType> columns() {
    return BLANKS
        .splitAsStream(columns)
        .collect(
            toUnmodifiableMap(
                column -> column.substring(0, column.indexOf(':')),
                column -> LogsColumnType.fromString(column.substring(column.indexOf(':') + 1))));
  }

  /** The whole query. */
  String kql(Lets parameters) {
    return parameters + resource("connections") + resource(name);
  }

  private static String resource(String name) {
    String path = "/kql/" + name + ".kql";
    try (InputStream in = Question.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("not packaged: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + path, e);
    }
  }
}
