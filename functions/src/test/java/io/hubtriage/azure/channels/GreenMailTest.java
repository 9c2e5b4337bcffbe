package io.hubtriage.azure.channels;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.incident.Sent;
import io.hubtriage.model.Cause;
import io.hubtriage.notify.Samples;
import io.hubtriage.pipeline.Voices;
import io.hubtriage.settings.ChannelSettings;
import io.hubtriage.settings.Secret;
import io.hubtriage.settings.SettingName;
import io.hubtriage.settings.Smtp;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mails to a mail server that somebody else wrote. */
@Timeout(60)
final class GreenMailTest {
  private static final String PASSWORD = "right";

  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
          });

  GreenMailTest() {
    server
        .withConfiguration(GreenMailConfiguration.aConfig().withUser("hub@example.com", PASSWORD))
        .start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void conversationsArriveAsRendered() throws MessagingException, IOException {
    Notice opened = Samples.notice(Cause.HUB_TRANSIENT, NoticeKind.OPENED);
    Notice resolved = Samples.notice(Cause.HUB_TRANSIENT, NoticeKind.RESOLVED);
    try (EmailChannel channel = channel(Smtp.Security.NONE, PASSWORD, "")) {
      assertThat(channel.send(opened)).isEqualTo(new Sent.Accepted(""));
      assertThat(channel.send(resolved)).isEqualTo(new Sent.Accepted(""));
    }
    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails).hasSize(2);
    assertThat(mails[0].getMessageID()).isEqualTo("<notice." + opened.id() + "@example.com>");
    assertThat(mails[1].getMessageID()).isEqualTo("<notice." + resolved.id() + "@example.com>");
    for (String header : List.of("References", "In-Reply-To", "Thread-Topic", "Subject")) {
      assertThat(mails[0].getHeader(header, null))
          .isNotBlank()
          .isEqualTo(mails[1].getHeader(header, null));
    }
    assertThat(mails[0].getSubject()).contains("contoso-plant");
  }

  @Test
  void wrongPasswordIsRejected() {
    try (EmailChannel channel = channel(Smtp.Security.NONE, "wrong", "")) {
      assertThat(channel.send(Samples.digest()))
          .isInstanceOfSatisfying(
              Sent.Rejected.class,
              rejected ->
                  assertThat(rejected.why())
                      .contains("answered 535", "MAIL_USER", "MAIL_PASSWORD")
                      .doesNotContain("wrong"));
    }
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void tlsFromTheFirstByte() {
    try (EmailChannel channel = channel(Smtp.Security.TLS, PASSWORD, "127.0.0.1")) {
      assertThat(channel.send(Samples.digest())).isEqualTo(new Sent.Accepted(""));
    }
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  /** Its certificate is its own and another host's. */
  @Test
  void strangersAreNotTrusted() {
    try (EmailChannel channel = channel(Smtp.Security.TLS, PASSWORD, "")) {
      assertThat(channel.send(Samples.digest()))
          .isInstanceOfSatisfying(
              Sent.Rejected.class,
              rejected -> assertThat(rejected.why()).contains("certificate", "127.0.0.1"));
    }
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  /** A channel whose certificate check is off for one host, for the tests' own certificate. */
  private EmailChannel channel(Smtp.Security security, String password, String trusted) {
    int port =
        security == Smtp.Security.TLS ? server.getSmtps().getPort() : server.getSmtp().getPort();
    Smtp smtp =
        new Smtp(
            "127.0.0.1",
            port,
            security,
            Optional.of(new SettingName("MAIL_USER")),
            Optional.of(new SettingName("MAIL_PASSWORD")));
    ChannelSettings.Email settings =
        new ChannelSettings.Email(
            "ops",
            Locale.ENGLISH,
            ZoneOffset.UTC,
            "hubtriage@example.com",
            List.of("ops@example.com"),
            smtp);
    Patience patience = ChannelContract.PATIENT;
    Properties properties = SmtpProperties.of(smtp, settings.from(), patience);
    if (!trusted.isEmpty()) {
      properties.setProperty("mail.smtp.ssl.trust", trusted);
      properties.setProperty("mail.smtp.ssl.checkserveridentity", "false");
    }
    SmtpLine.Login login = new SmtpLine.Login(new Secret("hub@example.com"), new Secret(password));
    return new EmailChannel(
        new Script(
            Voices.renderer(settings), Voices.audience(SettingsOf.channels(settings), settings)),
        new SmtpLine(smtp, Optional.of(login), properties, patience),
        new MailServer(settings, patience.retry()));
  }
}
