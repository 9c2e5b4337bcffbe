package io.hubtriage.azure.channels;

import io.hubtriage.azure.channels.SmtpReply.Stage;
import io.hubtriage.settings.Smtp;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Reads the mail library's exceptions. Their messages stay here: they repeat what servers say. */
final class SmtpFailure {
  private static final int LOWEST_FAILURE = 400;

  /** RFC 4954, 6. */
  private static final int LOGIN_REQUIRED = 530;

  private SmtpFailure() {}

  /** What went wrong before the server was ready for a mail. */
  static SmtpReply connecting(MessagingException e, SMTPTransport line, Smtp.Security security) {
    int code = line.getLastReturnCode();
    boolean refused = code >= LOWEST_FAILURE;
    if (e instanceof AuthenticationFailedException && refused) {
      return SmtpReply.refused(Stage.LOGIN, code);
    }
    if (refused) {
      return SmtpReply.refused(Stage.CONNECT, code);
    }
    boolean offersTls = line.supportsExtension("STARTTLS");
    if (security == Smtp.Security.STARTTLS && e.getCause() == null && code > 0 && !offersTls) {
      return SmtpReply.refused(Stage.STARTTLS, 502);
    }
    return SmtpReply.cut(Stage.CONNECT, Trouble.of(e));
  }

  /** What went wrong with a mail. */
  static SmtpReply sending(MessagingException e) {
    List<MessagingException> chain = chain(e);
    Optional<SmtpReply> partly = chain.stream().flatMap(m -> partly(m).stream()).findFirst();
    return partly
        .or(() -> sender(chain))
        .or(() -> recipients(chain))
        .or(() -> message(chain))
        .orElseGet(() -> SmtpReply.cut(Stage.MESSAGE, Trouble.of(e)));
  }

  /** Some have it: sending it again would give it to them twice. */
  private static Optional<SmtpReply> partly(MessagingException e) {
    if (e instanceof SendFailedException failed && length(failed.getValidSentAddresses()) > 0) {
      int refused = length(failed.getInvalidAddresses()) + length(failed.getValidUnsentAddresses());
      return Optional.of(SmtpReply.done(refused));
    }
    return Optional.empty();
  }

  private static Optional<SmtpReply> sender(List<MessagingException> chain) {
    return chain.stream()
        .filter(SMTPSenderFailedException.class::isInstance)
        .map(e -> ((SMTPSenderFailedException) e).getReturnCode())
        .filter(code -> code >= LOWEST_FAILURE)
        .map(code -> SmtpReply.refused(Stage.SENDER, code))
        .findFirst();
  }

  /** All are refused; if one of them is so only for now, another attempt is worth it. */
  private static Optional<SmtpReply> recipients(List<MessagingException> chain) {
    return chain.stream()
        .filter(SMTPAddressFailedException.class::isInstance)
        .map(e -> ((SMTPAddressFailedException) e).getReturnCode())
        .filter(code -> code >= LOWEST_FAILURE)
        .min(Integer::compare)
        .map(code -> SmtpReply.refused(Stage.RECIPIENTS, code));
  }

  private static Optional<SmtpReply> message(List<MessagingException> chain) {
    return chain.stream()
        .filter(SMTPSendFailedException.class::isInstance)
        .map(SMTPSendFailedException.class::cast)
        .filter(e -> e.getReturnCode() >= LOWEST_FAILURE)
        .map(e -> SmtpReply.refused(stage(e), e.getReturnCode()))
        .findFirst();
  }

  private static Stage stage(SMTPSendFailedException e) {
    if (e.getReturnCode() == LOGIN_REQUIRED) {
      return Stage.LOGIN;
    }
    return e.getCommand().startsWith("MAIL") ? Stage.SENDER : Stage.MESSAGE;
  }

  private static List<MessagingException> chain(MessagingException first) {
    List<MessagingException> chain = new ArrayList<>();
    Exception next = first;
    while (next instanceof MessagingException e) {
      chain.add(e);
      next = e.getNextException();
    }
    return chain;
  }

  private static int length(Object @org.jspecify.annotations.Nullable [] addresses) {
    return addresses == null ? 0 : addresses.length;
  }
}
