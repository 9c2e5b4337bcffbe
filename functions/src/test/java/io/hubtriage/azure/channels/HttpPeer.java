package io.hubtriage.azure.channels;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver of HTTP on loopback. */
final class HttpPeer implements Peer {
  /**
   * An answer.
   *
   * @param body beside the echo of the request
   */
  record Answer(int code, Map<String, String> headers, String body) {
    static Answer of(int code) {
      return new Answer(code, Map.of(), "");
    }
  }

  /** A request as it came. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, never changed.
  record Request(Map<String, List<String>> headers, byte[] body) {
    String header(String name) {
      return headers.getOrDefault(name, List.of("")).get(0);
    }
  }

  private static final int HALF = -1;
  private static final int NO_CONTENT = 204;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Answer answer = Answer.of(202);
  private volatile Fault fault = Fault.NONE;

  HttpPeer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("opening a loopback port", e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** The address, with this text in its path and its query. */
  String url(String secret) {
    return "http://127.0.0.1:"
        + server.getAddress().getPort()
        + "/"
        + secret
        + "/invoke?sig="
        + secret;
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  void answer(Answer next) {
    answer = next;
    fault = Fault.NONE;
  }

  /** From now on, answers begin and never end. */
  void answerHalf() {
    answer(new Answer(HALF, Map.of(), ""));
  }

  @Override
  public void behave(Fault next) {
    answer =
        Answer.of(
            switch (next) {
              case BUSY -> 429;
              case FAILING -> 503;
              case LOCKED -> 401;
              case GONE -> 404;
              case NONE, SILENT, CUT -> 202;
            });
    fault = next;
  }

  @Override
  public List<byte[]> received() {
    return requests.stream().map(Request::body).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Request request = new Request(Map.copyOf(exchange.getRequestHeaders()), body);
    requests.add(request);
    switch (fault) {
      case CUT -> exchange.close();
      case SILENT -> await();
      default -> answer(exchange, request);
    }
  }

  private void answer(HttpExchange exchange, Request request) throws IOException {
    Answer now = answer;
    String echo = now.body() + " you sent " + exchange.getRequestURI() + request.headers();
    byte[] bytes = echo.getBytes(StandardCharsets.UTF_8);
    now.headers().forEach(exchange.getResponseHeaders()::set);
    if (now.code() == HALF) {
      exchange.sendResponseHeaders(200, bytes.length);
      await();
    }
    if (now.code() == NO_CONTENT) {
      exchange.sendResponseHeaders(NO_CONTENT, -1);
      return;
    }
    exchange.sendResponseHeaders(now.code(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
