package io.hubtriage.lab.show;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask, and how answers go out. A page elsewhere on the web can make a browser ask loopback
 * under a name of its own (DNS rebinding), so only loopback's own names are answered.
 */
final class Door implements HttpHandler {
  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Function<URI, Answer> routes;

  Door(Function<URI, Answer> routes) {
    this.routes = routes;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, answer(exchange));
    }
  }

  private Answer answer(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    if (host == null || !NAMES.contains(host.replaceFirst(":\\d+$", ""))) {
      return Answer.failure(403, "open this page as http://localhost");
    }
    if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
      return Answer.failure(405, "this page can only be read");
    }
    try {
      return routes.apply(exchange.getRequestURI());
    } catch (IllegalArgumentException e) {
      return Answer.failure(400, words(e));
    } catch (RuntimeException e) {
      return Answer.failure(500, words(e)); // Without an answer the browser would only say "reset".
    }
  }

  private static String words(Exception e) {
    String message = e.getMessage();
    return message == null ? e.toString() : message;
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", answer.type());
    headers.set("Content-Security-Policy", answer.policy());
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-cache");
    headers.set("ETag", answer.tag());
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", Integer.toString(answer.body().length));
      exchange.sendResponseHeaders(answer.status(), -1);
    } else if (answer.status() == 200 && same(exchange, answer)) {
      exchange.sendResponseHeaders(304, -1);
    } else {
      exchange.sendResponseHeaders(answer.status(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
  }

  private static boolean same(HttpExchange exchange, Answer answer) {
    @Nullable String known = exchange.getRequestHeaders().getFirst("If-None-Match");
    return answer.tag().equals(known);
  }
}
