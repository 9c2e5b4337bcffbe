package io.hubtriage.lab.local;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One client's talk with the mail sink: the commands every server must have (RFC 5321, 4.5.1). */
final class MailTalk {
  private static final int LONGEST_MAIL = 10_000_000; // bytes

  private final InputStream in;
  private final OutputStream out;
  private final Arrivals arrivals;

  MailTalk(InputStream in, OutputStream out, Arrivals arrivals) {
    this.in = new BufferedInputStream(in);
    this.out = out;
    this.arrivals = arrivals;
  }

  /**
   * Talks until the client quits.
   *
   * @throws IOException if the client goes away before, or talks without end
   */
  void run() throws IOException {
    say("220 127.0.0.1 takes every mail and sends none on");
    while (true) {
      String line = line();
      String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      switch (verb) {
        case "HELO", "EHLO", "MAIL", "RCPT", "RSET", "NOOP" -> say("250 OK");
        case "VRFY" -> say("252 every address is taken");
        case "DATA" -> {
          say("354 go on, end with a line that is a dot");
          arrivals.keep("email", "eml", mail());
          say("250 kept");
        }
        case "QUIT" -> {
          say("221 bye");
          return;
        }
        default -> say("502 not known here");
      }
    }
  }

  /** Up to the line that is a dot; of lines that begin with one the client doubled it. */
  private byte[] mail() throws IOException {
    ByteArrayOutputStream mail = new ByteArrayOutputStream();
    for (String line = line(); !line.equals("."); line = line()) {
      String own = line.startsWith(".") ? line.substring(1) : line;
      mail.write((own + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      if (mail.size() > LONGEST_MAIL) {
        throw new IOException("a mail of more than " + LONGEST_MAIL + " bytes");
      }
    }
    return mail.toByteArray();
  }

  /**
   * A line without its end. Each byte is a character, so that every byte comes out as it went in.
   */
  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 || line.size() > LONGEST_MAIL) {
        throw new EOFException("the client went away within a line, or does not end it");
      }
      line.write(b);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private void say(String reply) throws IOException {
    out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
