package io.hubtriage.lab.show;

import com.sun.net.httpserver.HttpServer;
import io.hubtriage.lab.cli.InputException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A page that shows what is in an output folder, read anew at each request: a folder that something
 * still writes to is shown live. What the folder lacks is left out, so an empty one is a page too.
 *
 * <table>
 * <caption>Files it reads</caption>
 * <tr><td>{@code notices/ID.CHANNEL.json|eml}</td><td>the messages, byte for byte</td></tr>
 * <tr><td>{@code messages.jsonl}</td><td>their kind, time, hub and incident; without a line there, a
 * message has the time of its file</td></tr>
 * <tr><td>{@code incidents.jsonl}</td><td>the incidents</td></tr>
 * <tr><td>{@code attributions.jsonl}</td><td>the cause of each disconnect and error row</td></tr>
 * <tr><td>{@code metrics.jsonl}</td><td>connectedDeviceCount</td></tr>
 * <tr><td>{@code report.html}</td><td>linked</td></tr>
 * </table>
 */
public final class CardPage {
  /** Enough for one reader with several tabs. */
  private static final int THREADS = 4;

  private final Path folder;

  /**
   * A page over a folder; nothing is read yet.
   *
   * @param folder as {@code backtest} leaves it; it may be empty, and fill up later
   */
  public CardPage(Path folder) {
    this.folder = folder;
  }

  /**
   * Serves the page on loopback until it is closed.
   *
   * @param port where; 0 takes one that is free
   * @throws InputException if the folder does not exist, or the port is taken or may not be used
   */
  public Serving serve(int port) {
    if (!Files.isDirectory(folder)) {
      throw new InputException(folder + ": there is no such folder; name what backtest wrote");
    }
    // Without it, Sun's server answers in 40 ms instead of 1 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server = bound(port);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS, CardPage::thread);
    server.setExecutor(threads);
    Routes routes = new Routes(folder);
    server.createContext("/", new Door(routes));
    server.start();
    threads.execute(routes::read);
    return new Serving(server, threads);
  }

  private static HttpServer bound(int port) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try {
      return HttpServer.create(address, 0);
    } catch (BindException e) {
      throw new InputException(
          "port "
              + port
              + " on this machine cannot be used ("
              + e.getMessage()
              + "); end what listens there or name another port",
          e);
    } catch (IOException e) {
      throw new InputException("cannot listen on port " + port + ": " + e.getMessage(), e);
    }
  }

  /** Daemons, so that an open page never keeps a command from ending. */
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "card-page");
    thread.setDaemon(true);
    return thread;
  }
}
