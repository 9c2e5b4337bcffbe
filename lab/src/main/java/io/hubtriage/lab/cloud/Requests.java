package io.hubtriage.lab.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.hubtriage.lab.kql.KqlException;
import io.hubtriage.model.Hub;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The two requests that are understood. */
final class Requests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern QUERY = Pattern.compile("/v1/workspaces/[^/]+/query");
  private static final Pattern METRICS =
      // Two slashes: the client joins an endpoint and an ARM id, and both bring one.
      Pattern.compile("//?(subscriptions/.+)/providers/Microsoft\\.Insights/metrics\\?(.+)");
  private static final Pattern WAIT = Pattern.compile("\\bwait=(\\d+)");
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final LogStore logs;
  private final CountStore counts;

  Requests(LogStore logs, CountStore counts) {
    this.logs = logs;
    this.counts = counts;
  }

  Reply reply(HttpExchange request, byte[] body, Instant now) {
    String target = request.getRequestURI().toString();
    Matcher metrics = METRICS.matcher(target);
    if (request.getRequestMethod().equals("GET") && metrics.matches()) {
      return metrics(metrics.group(1), parameters(metrics.group(2)), now);
    }
    if (request.getRequestMethod().equals("POST") && QUERY.matcher(target).matches()) {
      return query(body, limit(request), now);
    }
    return Reply.error(404, "PathNotFoundError", "nothing here answers " + target);
  }

  /** What the client gave the query, by {@code Prefer: wait=240}. */
  private static Duration limit(HttpExchange request) {
    Matcher wait = WAIT.matcher(String.valueOf(request.getRequestHeaders().getFirst("Prefer")));
    return wait.find() ? Duration.ofSeconds(Long.parseLong(wait.group(1))) : LONGEST;
  }

  private Reply query(byte[] body, Duration limit, Instant now) {
    try {
      JsonNode question = JSON.readTree(body);
      if (question.path("timespan").isTextual()) {
        return Reply.error(400, "BadArgumentError", "a timespan beside the query is not covered");
      }
      return logs.answer(question.path("query").asText(), now, limit)
          .map(Reply::ok)
          .orElseGet(Reply::timedOut);
    } catch (KqlException e) {
      return Reply.refused(e);
    } catch (IOException e) {
      return Reply.error(400, "BadArgumentError", "the body is no JSON");
    }
  }

  private Reply metrics(String hub, Map<String, String> parameters, Instant now) {
    String[] span = parameters.getOrDefault("timespan", "").split("/", 2);
    if (!"connectedDeviceCount".equalsIgnoreCase(parameters.get("metricnames"))
        || !"PT1M".equals(parameters.get("interval"))
        || span.length != 2) {
      return Reply.error(
          400, "BadRequest", "only connectedDeviceCount by minutes of a timespan is covered");
    }
    Optional<Instant> from = time(span[0]);
    Optional<Instant> until = time(span[1]);
    return from.isEmpty() || until.isEmpty()
        ? Reply.error(400, "BadRequest", "no timespan: " + parameters.get("timespan"))
        : Reply.json(200, counts.answer(new Hub("/" + hub), from.get(), until.get(), now));
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> parameters(String query) {
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(
            Collectors.toMap(
                pair -> pair[0],
                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                (first, second) -> second));
  }
}
