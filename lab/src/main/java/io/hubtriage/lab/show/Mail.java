package io.hubtriage.lab.show;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** The parts of a mail. One that cannot be read has none. */
final class Mail {
  private Mail() {}

  /** A mail that cannot be read at all is an empty one. */
  static MimeMessage read(byte[] bytes) {
    Session session = Session.getInstance(new Properties());
    try {
      return new MimeMessage(session, new ByteArrayInputStream(bytes));
    } catch (MessagingException e) {
      return new MimeMessage(session);
    }
  }

  /** Its HTML. Links in it open a tab of their own: the page shows the mail in a frame. */
  static Optional<String> html(MimeMessage mail) {
    return part(mail, "text/html")
        .map(h -> h.replaceFirst("(?i)<head([^>]*)>", "<head$1><base target=\"_blank\">"));
  }

  /** Subject, all headers in order, the plain text, and whether there is an HTML part. */
  static ObjectNode json(MimeMessage mail) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    try {
      json.put("subject", Objects.requireNonNullElse(mail.getSubject(), ""));
      for (Header header : Collections.list(mail.getAllHeaders())) {
        json.withArray("headers").addArray().add(header.getName()).add(words(header.getValue()));
      }
    } catch (MessagingException e) {
      json.put("subject", "");
    }
    json.put("text", part(mail, "text/plain").orElse(""));
    json.put("html", part(mail, "text/html").isPresent());
    return json;
  }

  private static String words(String raw) {
    try {
      return MimeUtility.decodeText(MimeUtility.unfold(raw));
    } catch (UnsupportedEncodingException e) {
      return raw;
    }
  }

  private static Optional<String> part(Part part, String type) {
    try {
      if (part.isMimeType(type) && part.getContent() instanceof String text) {
        return Optional.of(text);
      }
      if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
        for (int i = 0; i < parts.getCount(); i++) {
          Optional<String> found = part(parts.getBodyPart(i), type);
          if (found.isPresent()) {
            return found;
          }
        }
      }
      return Optional.empty();
    } catch (MessagingException | IOException e) {
      return Optional.empty();
    }
  }
}
