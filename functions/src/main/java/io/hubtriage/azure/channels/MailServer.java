package io.hubtriage.azure.channels;

import io.hubtriage.incident.Sent;
import io.hubtriage.settings.ChannelSettings;
import io.hubtriage.settings.SettingName;
import java.time.Duration;

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
    String key = "channels." + settings.name();
    if (reply.trouble().isPresent()) {
      return "shows a certificate that is expired, not trusted or another host's; renew it, or"
          + (" correct " + key + ".smtp.host");
    }
    String answered = "answered " + reply.code() + ": ";
    return switch (reply.stage()) {
      case CONNECT -> answered + "it does not serve us; ask its operator to let this app in";
      case STARTTLS ->
          "does not offer STARTTLS, and nothing is sent in clear text; set "
              + (key + ".smtp.security to tls (port 465), or none inside one's own network");
      case LOGIN ->
          answered
              + "it does not accept user name and password; set the app settings "
              + (setting(settings.smtp().user()) + " and " + setting(settings.smtp().password()));
      case SENDER -> answered + "it does not accept the sender; correct " + key + ".from";
      case RECIPIENTS -> answered + "it does not accept any recipient; correct " + key + ".to";
      case MESSAGE, DONE -> answered + "it does not accept the mail; ask its operator why";
    };
  }

  private static String setting(java.util.Optional<SettingName> name) {
    return name.map(SettingName::name).orElse("(none is named)");
  }
}
