package io.hubtriage.azure;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP server on a loopback port that answers what it was told to: the replies in their order,
 * the last of them for ever.
 */
public final class ScriptedServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Reply> script = new CopyOnWriteArrayList<>();

  /** What a client sent. */
  public record Request(
      String method, String target, String authorization, String prefer, String body) {}

  /** What the server does with a request. */
  @FunctionalInterface
  public interface Reply {
    /** Answers, or does not. */
    void to(HttpExchange exchange, CountDownLatch closed) throws IOException, InterruptedException;

    /** A JSON body. */
    static Reply json(int status, String body) {
      return text(status, Map.of("Content-Type", "application/json"), body);
    }

    /** Any body; none at all if it is {@code ""}. */
    static Reply text(int status, Map<String, String> headers, String body) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      return (exchange, closed) -> {
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
      };
    }

    /** The connection is closed without a word. */
    static Reply dropped() {
      return (exchange, closed) -> {};
    }

    /** Nothing happens until the server is closed. */
    static Reply silence() {
      return (exchange, closed) -> closed.await();
    }
  }

  private ScriptedServer(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Starts one on a free port. */
  public static ScriptedServer start() throws IOException {
    return new ScriptedServer(
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
  }

  /** Forgets the requests so far and answers these from now on. */
  public void script(Reply... replies) {
    requests.clear();
    script.clear();
    script.addAll(List.of(replies));
  }

  /** Requests since the last script, oldest first. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream body = exchange.getRequestBody()) {
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      requests.add(
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              authorization == null ? "" : authorization,
              String.valueOf(exchange.getRequestHeaders().getFirst("Prefer")),
              new String(body.readAllBytes(), StandardCharsets.UTF_8)));
      Reply reply = script.size() > 1 ? script.remove(0) : script.get(0);
      reply.to(exchange, closed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
