package io.hubtriage.lab.show;

import com.sun.net.httpserver.HttpServer;
import java.net.URI;
import java.util.concurrent.ExecutorService;

/** A {@link CardPage} that is being served. */
public final class Serving implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;

  Serving(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /** Where to open it, {@code http://localhost:7070/}. */
  public URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  /** Stops at once; answers on their way are cut off. */
  @Override
  public void close() {
    server.stop(/* delay= */ 0);
    threads.shutdownNow();
  }
}
