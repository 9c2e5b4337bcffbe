package io.hubtriage.azure.channels;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A mail server on loopback that says what it is told to, in answer to what. */
final class SmtpPeer implements Peer {
  /** Instead of an answer: nothing, or the end of the connection. */
  static final String SILENCE = "silence";

  static final String HANG_UP = "hang up";

  /** What a client's end of data counts as. */
  static final String END_OF_DATA = ".";

  static final String GREETING = "greeting";

  private static final Map<String, String> USUAL =
      Map.of(
          GREETING,
          "220 peer",
          "EHLO",
          "250-peer\r\n250 AUTH PLAIN",
          "AUTH",
          "235 ok",
          "DATA",
          "354 go on",
          "QUIT",
          "221 bye");

  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<byte[]> mails = new CopyOnWriteArrayList<>();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private volatile String secrets = "";

  SmtpPeer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("opening a loopback port", e);
    }
    threads.execute(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Sets the answer to one verb, or to one whole line, which goes first. */
  void on(String verb, String answer) {
    answers.put(verb, answer);
  }

  /** How many connections there were. */
  int connections() {
    return connections.size();
  }

  /** What clients said, apart from mails. */
  List<String> commands() {
    return List.copyOf(commands);
  }

  @Override
  public void behave(Fault fault) {
    answers.clear();
    switch (fault) {
      case NONE -> {}
      case BUSY -> on("MAIL", "421 too many");
      case FAILING -> on(END_OF_DATA, "451 disk full");
      case SILENT -> on("RCPT", SILENCE);
      case CUT -> on("DATA", HANG_UP);
      case LOCKED -> on("AUTH", "535 no");
      case GONE -> on("RCPT", "550 nobody here");
    }
  }

  @Override
  public List<byte[]> received() {
    return List.copyOf(mails);
  }

  /** Ends every connection there is, as servers do with idle ones. */
  void hangUp() {
    for (Socket connection : connections) {
      try {
        connection.close();
      } catch (IOException e) {
        throw new UncheckedIOException("closing a connection", e);
      }
    }
  }

  private void accept() {
    try {
      while (!socket.isClosed()) {
        Socket connection = socket.accept();
        connections.add(connection);
        threads.execute(() -> converse(connection));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void converse(Socket connection) {
    try (connection) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
      OutputStream out = connection.getOutputStream();
      boolean goesOn = say(out, GREETING);
      while (goesOn) {
        String line = in.readLine();
        goesOn = line != null && hear(line, in, out);
      }
    } catch (IOException e) {
      // The client hung up, or the test made us.
    }
  }

  private boolean hear(String line, BufferedReader in, OutputStream out) throws IOException {
    commands.add(line);
    String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
    if (verb.equals("AUTH")) {
      byte[] login = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
      secrets = new String(login, StandardCharsets.UTF_8).replace('\0', ' ');
    }
    if (!say(out, answers.containsKey(line) ? line : verb)) {
      return false;
    }
    if (!verb.equals("DATA") || !answer("DATA").startsWith("354")) {
      return !verb.equals("QUIT");
    }
    ByteArrayOutputStream mail = new ByteArrayOutputStream();
    for (String text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
      mail.writeBytes((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
    mails.add(mail.toByteArray());
    return say(out, END_OF_DATA);
  }

  private boolean say(OutputStream out, String verb) throws IOException {
    String answer = answer(verb);
    if (answer.equals(HANG_UP)) {
      return false;
    }
    if (!answer.equals(SILENCE)) {
      String echo = answer.charAt(0) > '3' ? " " + secrets : "";
      out.write((answer + echo + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
    return true;
  }

  private String answer(String verb) {
    return answers.getOrDefault(verb, USUAL.getOrDefault(verb, "250 ok"));
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException("closing the loopback port", e);
    }
    hangUp();
    threads.shutdownNow();
  }
}
