package io.hubtriage.reliability;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before one service of the storage account; every request that writes is an effect. */
final class StorageRelay implements AutoCloseable {
  private static final Set<String> READS = Set.of("GET", "HEAD");

  /** Headers of the connection, which are not of the request. */
  private static final Set<String> OURS =
      Set.of(
          "host",
          "connection",
          "content-length",
          "expect",
          "upgrade",
          "http2-settings",
          "transfer-encoding");

  private final String service;
  private final URI target;
  private final Tollgate gate;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * Opens a port.
   *
   * @param service what it is, for people
   * @param target where the service is
   */
  StorageRelay(String service, URI target, Tollgate gate) throws IOException {
    this.service = service;
    this.target = target;
    this.gate = gate;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** The relay's own address in place of the service's. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + target.getPath();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      HttpResponse<byte[]> answer =
          READS.contains(exchange.getRequestMethod())
              ? forward(exchange, body)
              : gate.pass(kind(exchange), () -> forward(exchange, body));
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!OURS.contains(name) && !name.startsWith(":")) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      byte[] bytes = answer.body();
      exchange.sendResponseHeaders(answer.statusCode(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** As in {@code queue POST messages}: the names of things say nothing. */
  private String kind(HttpExchange exchange) {
    List<String> path = List.of(exchange.getRequestURI().getPath().split("/", -1));
    String last = path.get(path.size() - 1);
    String what = "item";
    if (last.equals("$batch") || last.equals("Tables") || last.equals("messages")) {
      what = last;
    } else if (path.contains("messages")) {
      what = "message";
    }
    return service + " " + exchange.getRequestMethod() + " " + what;
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
    URI asked = exchange.getRequestURI();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://" + target.getAuthority() + asked.toASCIIString()))
            .method(
                exchange.getRequestMethod(),
                body.length == 0 && READS.contains(exchange.getRequestMethod())
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
