package io.hubtriage.notify.email;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A message with a text and an HTML alternative, the same bytes whenever it is written: nothing is
 * taken from the clock, the host or the system properties, which {@code MimeMessage.saveChanges}
 * would use for Message-ID, Date and boundary.
 *
 * @param language tag of the words in it
 */
record Mail(
    Addresses addresses,
    EmailRenderer.Conversation thread,
    String subject,
    Instant at,
    String language,
    String text,
    String html) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss '+0000'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final String CRLF = "\r\n";

  byte[] bytes() {
    try {
      FixedMultipart body = new FixedMultipart("=_hubtriage_" + thread.notice());
      body.addBodyPart(part("plain", text));
      body.addBodyPart(part("html", html));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (String line : Collections.list(headers(body.getContentType()).getAllHeaderLines())) {
        out.writeBytes((line + CRLF).getBytes(StandardCharsets.US_ASCII));
      }
      out.writeBytes(CRLF.getBytes(StandardCharsets.US_ASCII));
      body.writeTo(out);
      return out.toByteArray();
    } catch (MessagingException e) {
      throw new IllegalStateException("building the mail of notice " + thread.notice(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("writing the mail of notice " + thread.notice(), e);
    }
  }

  private InternetHeaders headers(String contentType) {
    InternetHeaders headers = new InternetHeaders();
    add(headers, "Date", DATE.format(at));
    add(headers, "From", address(addresses.from()));
    add(
        headers,
        "To",
        addresses.to().stream().map(Mail::address).collect(Collectors.joining("," + CRLF + " ")));
    add(headers, "Message-ID", thread.messageId());
    if (!thread.incident().isEmpty()) {
      add(headers, "In-Reply-To", thread.parentId());
      add(headers, "References", thread.parentId());
      add(headers, "X-HubTriage-Incident", thread.incident());
    }
    add(headers, "Subject", encoded("Subject", subject));
    add(headers, "Thread-Topic", encoded("Thread-Topic", subject));
    add(headers, "X-HubTriage-Notice", thread.notice());
    add(headers, "Auto-Submitted", "auto-generated");
    add(headers, "X-Auto-Response-Suppress", "All");
    add(headers, "Content-Language", language);
    add(headers, "MIME-Version", "1.0");
    add(headers, "Content-Type", contentType);
    return headers;
  }

  /**
   * Adds one header.
   *
   * @throws IllegalArgumentException if the value would begin another header
   */
  private static void add(InternetHeaders headers, String name, String value) {
    if (value.replace(CRLF + " ", "").chars().anyMatch(c -> c < 0x20 || c > 0x7e)) {
      throw new IllegalArgumentException(name + " holds characters no header may hold: " + value);
    }
    headers.addHeader(name, value);
  }

  /**
   * Always RFC 2047 words where needed, in UTF-8 and folded; control characters are gone before.
   */
  private static String encoded(String name, String value) {
    try {
      String words = MimeUtility.encodeText(value, "UTF-8", "B");
      return MimeUtility.fold(name.length() + 2, words);
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException("no UTF-8", e);
    }
  }

  private static String address(String text) {
    InternetAddress address = Addresses.parse(text);
    String name = address.getPersonal();
    if (name == null) {
      return address.getAddress();
    }
    return encoded("From", name).equals(name)
        ? "\""
            + name.replace("\\", "\\\\").replace("\"", "\\\"")
            + "\" <"
            + address.getAddress()
            + ">"
        : encoded("From", name) + CRLF + " <" + address.getAddress() + ">";
  }

  /** Base64 for both parts: no line is too long and nothing on the way may change a byte. */
  private static MimeBodyPart part(String subtype, String content) throws MessagingException {
    String type = "text/" + subtype + "; charset=utf-8";
    MimeBodyPart part = new MimeBodyPart();
    byte[] bytes = content.replace("\n", CRLF).getBytes(StandardCharsets.UTF_8);
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
    part.setHeader("Content-Type", type);
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  /** A multipart/alternative whose boundary is not random. */
  private static final class FixedMultipart extends MimeMultipart {
    FixedMultipart(String boundary) {
      super();
      contentType = "multipart/alternative;" + CRLF + " boundary=\"" + boundary + "\"";
    }
  }
}
