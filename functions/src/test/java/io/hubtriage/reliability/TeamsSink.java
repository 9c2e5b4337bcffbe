package io.hubtriage.reliability;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where Teams would be: takes every card and remembers it. */
final class TeamsSink implements AutoCloseable {
  private static final Pattern NOTICE = Pattern.compile("[Nn]otice ([A-Za-z0-9-]+)\"");

  private final Tollgate gate;
  private final List<String> cards = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  TeamsSink(Tollgate gate) throws IOException {
    this.gate = gate;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?sig=secret";
  }

  /** Cards in the order they came. */
  List<String> cards() {
    return List.copyOf(cards);
  }

  /** The ids of the notices in the order they came. */
  List<String> notices() {
    List<String> ids = new ArrayList<>();
    for (String card : cards) {
      Matcher id = NOTICE.matcher(card);
      if (!id.find()) {
        throw new IllegalStateException("no notice id on " + card);
      }
      ids.add(id.group(1));
    }
    return ids;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String card = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      gate.pass("teams", () -> cards.add(card));
      exchange.sendResponseHeaders(202, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
