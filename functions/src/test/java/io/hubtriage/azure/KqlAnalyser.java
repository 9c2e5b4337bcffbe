package io.hubtriage.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Microsoft's own KQL analyser, in a node process that lives as long as this. */
public final class KqlAnalyser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final BufferedReader answers;
  private final Writer questions;

  /**
   * What it says of a query.
   *
   * @param diagnostics objections
   * @param columns of the result: name to type, in order
   * @param functions names of all functions called
   * @param stars how many {@code *} stand for columns
   * @param strings values of all string literals, in order
   */
  public record Verdict(
      List<String> diagnostics,
      Map<String, String> columns,
      int statements,
      List<String> functions,
      int stars,
      List<String> strings) {}

  /**
   * Starts it.
   *
   * @param module the directory of the module with {@code src/test/node}
   */
  public KqlAnalyser(Path module) {
    this(module, schema(module));
  }

  /**
   * Starts it for another table.
   *
   * @param schema a file with the columns of {@code AzureDiagnostics}
   */
  public KqlAnalyser(Path module, Path schema) {
    try {
      process =
          new ProcessBuilder(
                  "node",
                  module.resolve("src/test/node/kql-check.mjs").toString(),
                  schema.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("starting the KQL analyser", e);
    }
    answers = process.inputReader(StandardCharsets.UTF_8);
    questions = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** The columns that are known of the table: names and types. */
  public static Path schema(Path module) {
    return module.resolve("src/test/resources/kql/AzureDiagnostics.schema");
  }

  /** Analyses a query without running it. */
  public Verdict analyse(String kql) {
    try {
      questions.write(JSON.writeValueAsString(Map.of("query", kql)) + "\n");
      questions.flush();
      String answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException("the analyser died; its complaint is on standard error");
      }
      return verdict(JSON.readTree(answer));
    } catch (IOException e) {
      throw new UncheckedIOException("asking the KQL analyser", e);
    }
  }

  private static Verdict verdict(JsonNode answer) {
    Map<String, String> columns = new LinkedHashMap<>();
    answer
        .path("columns")
        .forEach(c -> columns.put(c.path("name").asText(), c.path("type").asText()));
    return new Verdict(
        texts(answer.path("diagnostics")),
        columns,
        answer.path("statements").asInt(),
        texts(answer.path("functions")),
        answer.path("stars").asInt(),
        texts(answer.path("strings")));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
