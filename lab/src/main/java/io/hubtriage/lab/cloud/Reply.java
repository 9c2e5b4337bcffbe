package io.hubtriage.lab.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.hubtriage.lab.kql.KqlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** A status and a JSON body; an empty one is left out. */
final class Reply {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private Reply(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** Takes over the body; nobody else may change it. */
  static Reply ok(byte[] body) {
    return new Reply(200, Map.of(), body);
  }

  static Reply empty(int status) {
    return new Reply(status, Map.of(), new byte[0]);
  }

  static Reply error(int status, String code, String message) {
    return json(status, Map.of("error", Map.of("code", code, "message", message)));
  }

  static Reply throttled(long seconds) {
    Reply error = error(429, "ThrottledError", "Too many requests; try again later");
    return new Reply(429, Map.of("Retry-After", Long.toString(seconds)), error.body);
  }

  static Reply timedOut() {
    return error(504, "GatewayTimeout", "The query took longer than it was given");
  }

  /** The service's form, in which the reason is two errors deep. */
  static Reply refused(KqlException refusal) {
    boolean syntax = refusal.kind() == KqlException.Kind.SYNTAX;
    return refused(
        syntax ? "SyntaxError" : "SemanticError",
        switch (refusal.kind()) {
          case SYNTAX -> "SYN0002";
          case UNRESOLVED -> "SEM0100";
          case SEMANTIC -> "SEM0000";
          case NOT_COVERED -> "NOTCOVERED";
        },
        String.valueOf(refusal.getMessage()));
  }

  static Reply noTable() {
    return refused(
        "SemanticError",
        "SEM0100",
        "'where' operator: Failed to resolve table or column expression named"
            + " 'AzureDiagnostics'");
  }

  private static Reply refused(String kind, String code, String message) {
    return json(
        400,
        Map.of(
            "error",
            Map.of(
                "message",
                "The request had some invalid properties",
                "code",
                "BadArgumentError",
                "innererror",
                Map.of(
                    "code",
                    kind,
                    "message",
                    "The query was refused.",
                    "innererror",
                    Map.of("code", code, "message", message)))));
  }

  /** The rows, and an error that says some are missing. */
  Reply partial() {
    String error =
        ",\"error\":{\"code\":\"PartialError\",\"message\":\"There were some errors when processing"
            + " your query.\",\"details\":[{\"code\":\"EngineError\",\"message\":\"Something went"
            + " wrong processing your query on the server.\"}]}}";
    byte[] tail = error.getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(body, body.length - 1 + tail.length);
    System.arraycopy(tail, 0, all, body.length - 1, tail.length);
    return new Reply(status, headers, all);
  }

  static Reply json(int status, Map<String, ?> body) {
    try {
      return new Reply(status, Map.of(), JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps and texts cannot fail to become JSON", e);
    }
  }

  void send(HttpExchange exchange) throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    if (body.length > 0) {
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    }
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
