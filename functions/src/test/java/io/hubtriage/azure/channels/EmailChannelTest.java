package io.hubtriage.azure.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.incident.Channel;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.incident.Sent;
import io.hubtriage.model.Cause;
import io.hubtriage.notify.Samples;
import io.hubtriage.pipeline.Voices;
import io.hubtriage.settings.ChannelSettings;
import io.hubtriage.settings.SettingName;
import io.hubtriage.settings.Smtp;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EmailChannelTest extends ChannelContract {
  private static final SettingName USER = new SettingName("OPS_SMTP_USER");
  private static final SettingName PASSWORD = new SettingName("OPS_SMTP_PASSWORD");

  private final SmtpPeer peer = new SmtpPeer();

  @Override
  SmtpPeer peer() {
    return peer;
  }

  @Override
  ChannelSettings.Email settings() {
    return settings(Smtp.Security.NONE, List.of("ops@example.com", "night@example.com"));
  }

  @Override
  Channel elsewhere(String host) {
    return channel(
        settings(host, Smtp.Security.NONE, List.of("ops@example.com")), PATIENT, environment());
  }

  private ChannelSettings.Email settings(Smtp.Security security, List<String> to) {
    return settings("127.0.0.1", security, to);
  }

  private ChannelSettings.Email settings(String host, Smtp.Security security, List<String> to) {
    Smtp smtp = new Smtp(host, peer.port(), security, Optional.of(USER), Optional.of(PASSWORD));
    return new ChannelSettings.Email(
        NAME, Locale.JAPANESE, ZoneOffset.UTC, "hubtriage@example.com", to, smtp);
  }

  @Override
  Map<String, String> environment() {
    return Map.of(USER.name(), "user-" + SECRET, PASSWORD.name(), "password-" + SECRET);
  }

  @Override
  int mostBytes() {
    return 1024 * 1024;
  }

  /** Header order, folding, boundary, Message-ID: nothing is made anew on the way. */
  @Test
  void sendsTheVeryBytesThatWereRendered() {
    channel(PATIENT).send(NOTICE);
    ChannelSettings.Email settings = settings();
    byte[] rendered =
        Voices.renderer(settings)
            .render(NOTICE, Voices.audience(SettingsOf.channels(settings), settings))
            .bytes();
    assertThat(peer.received()).singleElement().isEqualTo(rendered);
  }

  @Test
  void saysWhoItIsForAndNothingOfThisMachine() {
    channel(PATIENT).send(NOTICE);
    assertThat(peer.commands())
        .contains(
            "EHLO example.com",
            "MAIL FROM:<hubtriage@example.com>",
            "RCPT TO:<ops@example.com>",
            "RCPT TO:<night@example.com>");
  }

  @Test
  void keepsTheConnection() {
    Channel channel = channel(PATIENT);
    for (NoticeKind kind : List.of(NoticeKind.OPENED, NoticeKind.GREW, NoticeKind.RESOLVED)) {
      assertThat(channel.send(Samples.notice(Cause.THROTTLED, kind)))
          .isEqualTo(new Sent.Accepted(""));
    }
    assertThat(peer.received()).hasSize(3);
    assertThat(peer.connections()).isEqualTo(1);
  }

  /** A storm wakes many senders at once. */
  @Test
  void manySendersTakeTurns() throws InterruptedException, ExecutionException {
    Channel channel = channel(PATIENT);
    ExecutorService senders = Executors.newFixedThreadPool(8);
    try {
      Callable<Sent> send = () -> channel.send(NOTICE);
      for (Future<Sent> sent : senders.invokeAll(Collections.nCopies(40, send))) {
        assertThat(sent.get()).isEqualTo(new Sent.Accepted(""));
      }
    } finally {
      senders.shutdownNow();
    }
    assertThat(peer.received()).hasSize(40);
    assertThat(peer.connections()).isEqualTo(1);
  }

  @Test
  void aConnectionThatDiedInBetweenIsOpenedAgain() {
    Channel channel = channel(PATIENT);
    channel.send(NOTICE);
    peer.hangUp();
    assertThat(channel.send(NOTICE)).isEqualTo(new Sent.Accepted(""));
    assertThat(peer.received()).hasSize(2);
    assertThat(peer.connections()).isEqualTo(2);
  }

  /** How servers say good-bye to an idle client before they hang up. */
  @Test
  void aConnectionTheServerIsTiredOfIsOpenedAgain() {
    Channel channel = channel(PATIENT);
    channel.send(NOTICE);
    peer.on("NOOP", "421 idle too long");
    assertThat(channel.send(NOTICE)).isEqualTo(new Sent.Accepted(""));
    assertThat(peer.connections()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "greeting, 421 busy",
    "HELO, 421 busy",
    "AUTH, 454 directory is down",
    "MAIL, 451 later",
    "RCPT, 450 greylisted",
    "RCPT, 421 enough",
    "DATA, 452 disk full",
    "., 421 enough",
    "., 451 scanner is down",
    "greeting, hang up",
    "EHLO, hang up",
    "AUTH, hang up",
    "MAIL, hang up",
    "RCPT, hang up",
    "DATA, hang up",
    "., hang up",
  })
  void whatPassesIsDeferred(String verb, String answer) {
    if (verb.equals("HELO")) {
      peer.on("EHLO", answer); // The mail library then tries the old greeting.
    }
    peer.on(verb, answer);
    assertThat(channel(PATIENT).send(NOTICE)).isEqualTo(new Sent.Deferred(RETRY));
  }

  @ParameterizedTest
  @CsvSource({
    "greeting, 554 blocked, does not serve us",
    "AUTH, 535 wrong, set the app settings OPS_SMTP_USER and OPS_SMTP_PASSWORD",
    "AUTH, 534 too weak, set the app settings OPS_SMTP_USER and OPS_SMTP_PASSWORD",
    "MAIL, 550 not yours, correct channels.ops.from",
    "MAIL, 530 log in first, set the app settings OPS_SMTP_USER and OPS_SMTP_PASSWORD",
    "MAIL, 501 odd name, correct channels.ops.from",
    "RCPT, 550 nobody here, correct channels.ops.to",
    "RCPT, 553 odd name, correct channels.ops.to",
    "DATA, 554 no, does not accept the mail",
    "., 552 too big, does not accept the mail",
    "., 554 spam, does not accept the mail",
  })
  void whatStaysIsRejectedAndSaysWhatToDo(String verb, String answer, String why) {
    peer.on(verb, answer);
    assertThat(channel(PATIENT).send(NOTICE))
        .isInstanceOfSatisfying(
            Sent.Rejected.class,
            rejected ->
                assertThat(rejected.why())
                    .contains("127.0.0.1", why, "answered " + answer.substring(0, 3)));
  }

  @ParameterizedTest
  @CsvSource({"greeting", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "."})
  void silenceEndsInTime(String verb) {
    peer.on(verb, SmtpPeer.SILENCE);
    assertThat(channel(HASTY).send(NOTICE)).isEqualTo(new Sent.Deferred(RETRY));
  }

  @Test
  void aServerThatWantsALoginWeDoNotHaveIsToldHowToGetIt() {
    ChannelSettings.Email all = settings();
    Smtp open =
        new Smtp("127.0.0.1", peer.port(), Smtp.Security.NONE, Optional.empty(), Optional.empty());
    peer.on("MAIL", "530 log in first");
    Channel channel =
        channel(
            new ChannelSettings.Email(NAME, all.locale(), all.zone(), all.from(), all.to(), open),
            PATIENT,
            Map.of());
    assertThat(channel.send(NOTICE))
        .isInstanceOfSatisfying(
            Sent.Rejected.class,
            rejected ->
                assertThat(rejected.why())
                    .contains("app settings in channels.ops.smtp.userSetting"));
  }

  @Test
  void oneWrongAddressKeepsTheMailFromNobodyElse() {
    peer.on("RCPT TO:<ops@example.com>", "550 nobody here");
    assertThat(channel(PATIENT).send(NOTICE))
        .isEqualTo(new Sent.Accepted("refused for 1 of the recipients"));
    assertThat(peer.received()).hasSize(1);
  }

  @Test
  void oneAddressThatMayComeBackIsWorthAnotherAttempt() {
    peer.on("RCPT TO:<ops@example.com>", "450 greylisted");
    peer.on("RCPT TO:<night@example.com>", "550 nobody here");
    assertThat(channel(PATIENT).send(NOTICE)).isEqualTo(new Sent.Deferred(RETRY));
  }

  @Test
  void nothingIsSaidInClearTextWhereTlsIsAskedFor() {
    Channel channel =
        channel(settings(Smtp.Security.STARTTLS, List.of("a@b.c")), PATIENT, environment());
    assertThat(channel.send(NOTICE))
        .isInstanceOfSatisfying(
            Sent.Rejected.class,
            rejected ->
                assertThat(rejected.why())
                    .contains("does not offer STARTTLS", "channels.ops.smtp.security"));
    assertThat(peer.received()).isEmpty();
    assertThat(peer.commands()).noneMatch(c -> c.startsWith("AUTH") || c.startsWith("MAIL"));
  }

  @Test
  void aServerThatBreaksTheHandshakeIsTroubleOfTheMoment() {
    peer.on("EHLO", "250-peer\r\n250 STARTTLS");
    peer.on("STARTTLS", SmtpPeer.HANG_UP);
    Channel channel =
        channel(settings(Smtp.Security.STARTTLS, List.of("a@b.c")), PATIENT, environment());
    assertThat(channel.send(NOTICE)).isEqualTo(new Sent.Deferred(RETRY));
  }
}
