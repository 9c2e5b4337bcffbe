package io.hubtriage.infra;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is in one Bicep file, as the grammar sees it.
 *
 * @param errors where the grammar gives up
 * @param params name to the text of the default; empty where there is none
 * @param objects name of a variable to the keys of its outermost objects
 * @param unknown names that are used and declared nowhere, with their place
 * @param functions names of the functions that are called
 */
record Bicep(
    List<String> errors,
    List<Resource> resources,
    List<Module> modules,
    Map<String, String> params,
    List<String> outputs,
    Map<String, List<String>> objects,
    List<String> unknown,
    List<String> functions) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A resource, made or only referred to.
   *
   * @param properties paths of the innermost properties that are set, sorted
   */
  record Resource(
      String symbol, String type, String version, boolean existing, List<String> properties) {}

  /**
   * A use of another file.
   *
   * @param params names of the parameters it is given
   */
  record Module(String symbol, String path, List<String> params) {}

  /**
   * A file among those that were parsed.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  static Bicep of(Map<String, Bicep> files, String path) {
    Bicep file = files.get(path);
    if (file == null) {
      throw new IllegalArgumentException("there is no " + path);
    }
    return file;
  }

  /** Parses files: path to text. */
  static Map<String, Bicep> parse(Map<String, String> texts) {
    try {
      Process node =
          new ProcessBuilder("node", Path.of("src/test/node/bicep-parse.mjs").toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (var in = node.getOutputStream()) {
        JSON.writeValue(in, texts);
      }
      String answer = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (node.waitFor() != 0) {
        throw new IllegalStateException("the parser died; its complaint is on standard error");
      }
      return JSON.readValue(answer, new TypeReference<Map<String, Bicep>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("parsing Bicep", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while parsing Bicep", e);
    }
  }
}
