package io.hubtriage.azure.channels;

import io.hubtriage.incident.Sent;
import io.hubtriage.settings.ChannelSettings;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * Judges what a mail server answered, and says what an operator can do about it.
 *
 * @param retry how long to wait before another attempt
 */
record MailServer(ChannelSettings.Email settings, Duration retry) {

  Sent judge(SmtpReply reply) {
    if (reply.stage() == SmtpReply.Stage.DONE) {
      return new Sent.Accepted(
          reply.refused() == 0 ? "" : "refused for " + reply.refused() + " of the recipients");
    }
    boolean untrusted = reply.trouble().filter(Trouble.UNTRUSTED::equals).isPresent();
    return untrusted || reply.permanent()
        ? new Sent.Rejected("the mail server " + settings.smtp().host() + " " + why(reply))
        : new Sent.Deferred(retry);
  }

  private String why(SmtpReply reply) {
    if (reply.trouble().isPresent()) {
      return "shows a certificate that is expired, not trusted or another host's; renew it, or"
          + " correct "
          + key("smtp.host");
    }
    return reply.stage() == SmtpReply.Stage.STARTTLS
        ? "does not offer STARTTLS, and nothing is sent in clear text; set "
            + key("smtp.security")
            + " to tls (port 465), or to none inside one's own network"
        : "answered " + reply.code() + ": " + advice(reply.stage());
  }

  private String advice(SmtpReply.Stage stage) {
    return switch (stage) {
      case CONNECT, STARTTLS -> "it does not serve us; ask its operator to let this app in";
      case LOGIN -> login();
      case SENDER -> "it does not accept the sender; correct " + key("from");
      case RECIPIENTS -> "it does not accept any recipient; correct " + key("to");
      case MESSAGE, DONE -> "it does not accept the mail; ask its operator why";
    };
  }

  private String login() {
    String names =
        settings.secrets().stream()
            .map(secret -> secret.setting().name())
            .collect(Collectors.joining(" and "));
    return names.isEmpty()
        ? "it asks for a login; name its app settings in "
            + key("smtp.userSetting")
            + " and passwordSetting"
        : "it does not accept user name and password; set the app settings " + names;
  }

  /** Where in the settings file to look. */
  private String key(String member) {
    return "channels." + settings.name() + "." + member;
  }
}
