package io.hubtriage.lab.report;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** The subject and the plain text of a mail. */
final class MailText {
  private MailText() {}

  /** Reads a mail; one that cannot be read is shown as it is. */
  static Body read(String mail) {
    try {
      MimeMessage message =
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
      String subject = Objects.requireNonNullElse(message.getSubject(), "");
      return new Body(subject, List.of(), plain(message).orElse(mail).strip());
    } catch (MessagingException | IOException e) {
      return Body.text(mail);
    }
  }

  private static Optional<String> plain(Part part) throws MessagingException, IOException {
    if (part.isMimeType("text/plain") && part.getContent() instanceof String text) {
      return Optional.of(text);
    }
    if (!part.isMimeType("multipart/*") || !(part.getContent() instanceof Multipart parts)) {
      return Optional.empty();
    }
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart inner = parts.getBodyPart(i);
      Optional<String> text = plain(inner);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }
}
