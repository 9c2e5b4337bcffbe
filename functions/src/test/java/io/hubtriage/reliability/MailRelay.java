package io.hubtriage.reliability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a mail server; the end of a message, upon which the server takes it, is the effect.
 */
final class MailRelay implements AutoCloseable {
  private final int target;
  private final Tollgate gate;
  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Before the server on this port. */
  MailRelay(int target, Tollgate gate) throws IOException {
    this.target = target;
    this.gate = gate;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        return; // Closed.
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      new Conversation(new Line(client), new Line(server)).hold();
    } catch (IOException e) {
      // Either side hung up: so does the other.
    }
  }

  private final class Conversation {
    private final Line client;
    private final Line server;

    Conversation(Line client, Line server) {
      this.client = client;
      this.server = server;
    }

    void hold() throws IOException {
      client.say(server.reply());
      for (String line = client.hear(); line != null; line = client.hear()) {
        server.say(line + "\r\n");
        String reply = server.reply();
        client.say(reply);
        if (line.toUpperCase(Locale.ROOT).equals("DATA") && reply.startsWith("354")) {
          message();
        }
      }
    }

    private void message() throws IOException {
      for (String line = client.hear(); line != null; line = client.hear()) {
        if (line.equals(".")) {
          client.say(
              gate.pass(
                  "mail",
                  () -> {
                    server.say(".\r\n");
                    return server.reply();
                  }));
          return;
        }
        server.say(line + "\r\n");
      }
    }
  }

  /** One side's bytes, as they are. */
  private static final class Line {
    private final BufferedReader in;
    private final OutputStream out;

    Line(Socket socket) throws IOException {
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      out = socket.getOutputStream();
    }

    @Nullable String hear() throws IOException {
      return in.readLine();
    }

    void say(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }

    /** All lines of a reply. */
    String reply() throws IOException {
      StringBuilder reply = new StringBuilder();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        reply.append(line).append("\r\n");
        if (line.length() < 4 || line.charAt(3) != '-') {
          return reply.toString();
        }
      }
      throw new IOException("the mail server hung up");
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
