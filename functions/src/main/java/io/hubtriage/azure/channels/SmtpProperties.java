package io.hubtriage.azure.channels;

import io.hubtriage.settings.Smtp;
import java.util.Properties;

/**
 * What the mail library is told about a server; its defaults wait for ever and trust clear text.
 */
final class SmtpProperties {
  private SmtpProperties() {}

  /**
   * The properties.
   *
   * @param sender the mails' sender; its domain is what we say hello with, because asking for this
   *     machine's name can take seconds and tells a container's id
   */
  static Properties of(Smtp smtp, String sender, Patience patience) {
    Properties properties = new Properties();
    put(properties, "connectiontimeout", patience.connect().toMillis());
    put(properties, "timeout", patience.answer().toMillis());
    put(properties, "writetimeout", patience.answer().toMillis());
    put(properties, "localhost", sender.substring(sender.lastIndexOf('@') + 1).replace(">", ""));
    put(properties, "auth", smtp.user().isPresent());
    put(properties, "ssl.enable", smtp.security() == Smtp.Security.TLS);
    put(properties, "starttls.enable", smtp.security() == Smtp.Security.STARTTLS);
    put(properties, "starttls.required", smtp.security() == Smtp.Security.STARTTLS);
    put(properties, "ssl.checkserveridentity", true);
    put(properties, "quitwait", false);
    // One mistyped address must not keep the alert from everybody else.
    put(properties, "sendpartial", true);
    properties.setProperty("mail.debug.auth.username", "false");
    properties.setProperty("mail.debug.auth.password", "false");
    return properties;
  }

  private static void put(Properties properties, String name, Object value) {
    properties.setProperty("mail.smtp." + name, value.toString());
  }
}
