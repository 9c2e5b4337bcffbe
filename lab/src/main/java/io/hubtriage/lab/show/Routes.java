package io.hubtriage.lab.show;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which path is answered with what. */
final class Routes implements Function<URI, Answer> {
  private static final Pattern PARAMETER = Pattern.compile("([a-z]+)=([^&]*)");

  private final Path folder;
  private final Inbox inbox;
  private final Minutes minutes;
  private final Overview overview;

  Routes(Path folder) {
    this.folder = folder;
    this.inbox = new Inbox(folder);
    this.minutes = new Minutes(folder);
    this.overview = new Overview(folder, inbox, minutes);
  }

  /** Reads ahead what takes long, a million rows some seconds, so that the first look is quick. */
  void read() {
    try {
      minutes.now();
    } catch (UncheckedIOException e) {
      return; // Whoever asks is told.
    }
  }

  @Override
  public Answer apply(URI uri) {
    String path = uri.getPath();
    Map<String, String> asked = parameters(uri);
    if (path.startsWith("/mail/")) {
      return mail(path.substring("/mail/".length()));
    }
    if (path.startsWith("/notices/")) {
      return bytes(path.substring("/notices/".length()));
    }
    return switch (path) {
      case "/api/version" ->
          Answer.json(
              JsonNodeFactory.instance.objectNode().put("version", Stamp.of(folder).text()));
      case "/api/overview" -> Answer.json(overview.json());
      case "/api/messages" -> Answer.json(MessagePage.of(inbox, asked));
      case "/api/timeline" -> Answer.json(Timeline.of(minutes.now(), asked));
      case "/report.html" -> report();
      default ->
          Assets.at(path).orElseGet(() -> Answer.failure(404, "there is nothing at " + path));
    };
  }

  private Answer mail(String file) {
    Optional<String> html = inbox.bytes(file).map(Mail::read).flatMap(Mail::html);
    return html.map(h -> Answer.document(h.getBytes(StandardCharsets.UTF_8)))
        .orElseGet(() -> Answer.failure(404, "there is no mail " + file));
  }

  /** The message as it would have been sent; as text, so that nobody runs it. */
  private Answer bytes(String file) {
    return inbox
        .bytes(file)
        .map(b -> Answer.page("text/plain; charset=utf-8", b))
        .orElseGet(() -> Answer.failure(404, "there is no message " + file));
  }

  private Answer report() {
    Path report = folder.resolve("report.html");
    try {
      return Files.exists(report)
          ? Answer.document(Files.readAllBytes(report))
          : Answer.failure(404, "there is no report.html in " + folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + report + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, String> parameters(URI uri) {
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    return PARAMETER
        .matcher(query)
        .results()
        .collect(Collectors.toMap(m -> m.group(1), Routes::value, (first, again) -> again));
  }

  private static String value(MatchResult parameter) {
    return URLDecoder.decode(parameter.group(2), StandardCharsets.UTF_8);
  }
}
