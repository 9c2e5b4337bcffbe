package io.hubtriage.lab.local;

import io.hubtriage.lab.cli.InputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A mail server on loopback that takes every mail and sends none on. It offers no extension, hence
 * no encryption and no sign-in: for a channel with {@code "security": "none"}.
 */
final class MailSink implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(MailSink.class.getName());

  private final ServerSocket socket;
  private final Arrivals arrivals;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool(MailSink::thread);

  private MailSink(ServerSocket socket, Arrivals arrivals) {
    this.socket = socket;
    this.arrivals = arrivals;
  }

  /**
   * Listens until it is closed.
   *
   * @param port where; 0 takes one that is free
   * @throws InputException if the port is taken or may not be used
   */
  static MailSink open(int port, Arrivals arrivals) {
    try {
      ServerSocket socket = new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
      MailSink sink = new MailSink(socket, arrivals);
      sink.threads.execute(sink::accept);
      return sink;
    } catch (IOException e) {
      throw new InputException(
          "port %d on this machine cannot be used (%s); end what listens there or name another port"
              .formatted(port, e.getMessage()),
          e);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        open.add(client);
        threads.execute(() -> talk(client));
      } catch (IOException e) {
        LOG.log(System.Logger.Level.DEBUG, "nobody more to talk to", e);
      }
    }
  }

  private void talk(Socket client) {
    try (client) {
      new MailTalk(client.getInputStream(), client.getOutputStream(), arrivals).run();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "the client went away", e);
    } finally {
      open.remove(client);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "mail-sink");
    thread.setDaemon(true);
    return thread;
  }

  /** Closes the port and hangs up. */
  @Override
  public void close() {
    try {
      socket.close();
      for (Socket client : open) {
        client.close();
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "closing what is closed", e);
    }
    threads.shutdownNow();
  }
}
