package io.hubtriage.azure.loganalytics;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Objects;

/** Answers of the query API, as recorded and as they should never be. */
final class Answers {
  private Answers() {}

  /** A recorded answer. */
  static String recorded(String name) {
    try (InputStream in = Answers.class.getResourceAsStream(name + ".json")) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** The activity answer with this many rows. */
  static String activityOf(int rows) {
    String all = recorded("activity");
    int from = all.indexOf("\"rows\":[[") + "\"rows\":[".length();
    String row = all.substring(from, all.indexOf("],", from) + 1);
    return all.substring(0, from)
        + Collections.nCopies(rows, row).stream().collect(joining(","))
        + "]}]}";
  }

  /** The answer to question three with this in place of the one cell. */
  static String timelinesWith(String partsAndCell) {
    String all = recorded("timelines");
    int from = all.indexOf("\"rows\":[[") + "\"rows\":[".length();
    return all.substring(0, from) + "[\"/hub\",0,0," + partsAndCell + "]]}]}";
  }

  /** A whole answer that says an error came in between. */
  static String partial(String answer) {
    return answer.substring(0, answer.lastIndexOf('}'))
        + ",\"error\":{\"code\":\"PartialError\",\"message\":\"There were some errors when"
        + " processing your query.\",\"details\":[{\"code\":\"EngineError\",\"message\":\"Something"
        + " went wrong processing your query on the server.\",\"innererror\":{\"code\":"
        + "\"-2133196797\",\"message\":\"The results of this query exceed the set limit of 64000000"
        + " bytes, so not all records were returned (E_QUERY_RESULT_SET_TOO_LARGE)\"}}]}}";
  }

  /** A refused query. */
  static String badRequest(String code, String message) {
    return "{\"error\":{\"message\":\"The request had some invalid properties\",\"code\":"
        + "\"BadArgumentError\",\"innererror\":{\"code\":\"SemanticError\",\"message\":\"A semantic"
        + " error occurred.\",\"innererror\":{\"code\":\""
        + code
        + "\",\"message\":\""
        + message
        + "\"}}}}";
  }
}
