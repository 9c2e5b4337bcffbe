package io.hubtriage.azure.channels;

import io.hubtriage.azure.channels.SmtpReply.Stage;
import io.hubtriage.settings.Secret;
import io.hubtriage.settings.Smtp;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a mail server, kept between mails because opening one takes twenty times as long
 * as a mail does. It is opened when first needed and again whenever it turns out to be dead. Safe
 * to use from many threads; one mail goes over it at a time.
 */
final class SmtpLine implements AutoCloseable {
  private final Smtp smtp;
  private final Optional<Login> login;
  private final Session session;
  private final Patience patience;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable SMTPTransport open;

  /** Who we are to the server. */
  record Login(Secret user, Secret password) {}

  /**
   * Prepares a connection.
   *
   * @param properties as {@link SmtpProperties} makes them
   */
  SmtpLine(Smtp smtp, Optional<Login> login, Properties properties, Patience patience) {
    this.smtp = smtp;
    this.login = login;
    this.session = Session.getInstance(properties);
    this.patience = patience;
  }

  /** Sends a mail, byte for byte as it is, to those it names. */
  SmtpReply send(byte[] mail) {
    try {
      if (!lock.tryLock(patience.answer().toMillis(), TimeUnit.MILLISECONDS)) {
        return SmtpReply.cut(Stage.CONNECT, Trouble.BUSY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return SmtpReply.cut(Stage.CONNECT, Trouble.BROKEN);
    }
    try {
      SmtpReply reply = exchange(mail);
      if (reply.stage() != Stage.DONE || reply.refused() > 0) {
        hangUp(); // Whatever state the dialogue is in, the next mail begins a new one.
      }
      return reply;
    } finally {
      lock.unlock();
    }
  }

  private SmtpReply exchange(byte[] mail) {
    SMTPTransport line = open;
    if (line == null || !line.isConnected()) { // Asks the server: NOOP.
      hangUp();
      line = dial();
      open = line;
      try {
        line.connect(
            smtp.host(),
            smtp.port(),
            login.map(l -> l.user().reveal()).orElse(null),
            login.map(l -> l.password().reveal()).orElse(null));
      } catch (MessagingException e) {
        return SmtpFailure.connecting(e, line, smtp.security());
      }
    }
    try {
      MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(mail));
      // Not Transport.send: its saveChanges would rewrite Message-ID, and with it the conversation.
      line.sendMessage(message, message.getAllRecipients());
      return SmtpReply.done(0);
    } catch (MessagingException e) {
      return SmtpFailure.sending(e);
    }
  }

  private SMTPTransport dial() {
    try {
      return (SMTPTransport) session.getTransport("smtp");
    } catch (MessagingException e) {
      throw new IllegalStateException("the mail library has no SMTP transport", e);
    }
  }

  private void hangUp() {
    SMTPTransport line = open;
    open = null;
    try {
      if (line != null) {
        line.close();
      }
    } catch (MessagingException e) {
      // It is closed all the same; the server only did not say good-bye.
      Attempt.LOG.finer("closing an SMTP connection failed");
    }
  }

  /** Ends the connection, if one is open. */
  @Override
  public void close() {
    lock.lock();
    try {
      hangUp();
    } finally {
      lock.unlock();
    }
  }
}
