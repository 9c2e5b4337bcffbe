package io.hubtriage.lab.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Takes what is posted to it. A Teams workflow says 202 to what it took, which is no proof that the
 * card was shown; so does this.
 */
final class Receiver implements HttpHandler {
  private static final int ACCEPTED = 202;
  private static final int BAD_REQUEST = 400;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String channel;
  private final Arrivals arrivals;

  /**
   * Receives for a channel.
   *
   * @param channel its name on the page
   */
  Receiver(String channel, Arrivals arrivals) {
    this.channel = channel;
    this.arrivals = arrivals;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (!exchange.getRequestMethod().equals("POST")) {
        answer(exchange, METHOD_NOT_ALLOWED, "messages are posted here");
      } else if (isJson(body)) {
        arrivals.keep(channel, "json", body);
        answer(exchange, ACCEPTED, "");
      } else {
        answer(exchange, BAD_REQUEST, "the body is no JSON");
      }
    }
  }

  private static boolean isJson(byte[] body) throws IOException {
    try {
      return JSON.readTree(body).isObject();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static void answer(HttpExchange exchange, int status, String words) throws IOException {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
