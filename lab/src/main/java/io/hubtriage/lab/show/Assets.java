package io.hubtriage.lab.show;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The page's own files and its libraries, from the class path. */
final class Assets {
  private static final Pattern OWN =
      Pattern.compile("/(?:js/|lib/)?[A-Za-z-]+(?:\\.min)?\\.[a-z]+");
  private static final String CHARTS = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

  /** Paths whose file lies elsewhere. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "/", "page.html",
          "/lib/uPlot.js", CHARTS + "uPlot.esm.js",
          "/lib/uPlot.min.css", CHARTS + "uPlot.min.css");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml");

  private Assets() {}

  /** The file at a path of the page; empty if there is none. */
  static Optional<Answer> at(String path) {
    String file = ELSEWHERE.get(path);
    if (file == null && OWN.matcher(path).matches()) {
      file = path.substring(1);
    }
    String type = file == null ? null : TYPES.get(file.substring(file.lastIndexOf('.') + 1));
    if (file == null || type == null) {
      return Optional.empty();
    }
    try (InputStream in = Assets.class.getResourceAsStream(file)) {
      return in == null ? Optional.empty() : Optional.of(Answer.page(type, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the page's file " + file, e);
    }
  }
}
