package io.hubtriage.azure.channels;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INTEGER;

import io.hubtriage.incident.Channel;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.incident.Sent;
import io.hubtriage.model.Cause;
import io.hubtriage.notify.Odd;
import io.hubtriage.notify.Samples;
import io.hubtriage.settings.ChannelSettings;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every channel must keep to, whatever the other side does. */
@Timeout(60)
abstract class ChannelContract {
  /** A part of every secret a channel has. */
  static final String SECRET = "s3cr3t-7d1f";

  static final String NAME = "ops";
  static final Notice NOTICE = Samples.notice(Cause.CRASH_LOOP, NoticeKind.OPENED);
  static final Duration RETRY = Duration.ofSeconds(77);
  static final Patience PATIENT =
      new Patience(Duration.ofSeconds(20), Duration.ofSeconds(20), RETRY);
  static final Patience HASTY = new Patience(Duration.ofSeconds(20), Duration.ofMillis(300), RETRY);

  private final Ears ears = new Ears();

  /** The one other side of this test. */
  abstract Peer peer();

  /** A channel called {@link #NAME} that leads to the peer. */
  abstract ChannelSettings settings();

  /** The app settings the channel needs, {@link #SECRET} in each. */
  abstract Map<String, String> environment();

  /** The channel, leading to a host of this name. */
  abstract Channel elsewhere(String host);

  /** Most bytes of a message. */
  abstract int mostBytes();

  @AfterEach
  void close() {
    peer().close();
    ears.close();
  }

  @ParameterizedTest
  @EnumSource
  void makesOfEveryFaultWhatItIs(Fault fault) {
    peer().behave(fault);
    Channel channel = channel(fault == Fault.SILENT ? HASTY : PATIENT);
    assertThat(channel.send(NOTICE)).isInstanceOf(fault.outcome());
  }

  @ParameterizedTest
  @EnumSource
  void sendsAgainWhenTheFaultIsOver(Fault fault) {
    peer().behave(fault);
    assertThat(channel(fault == Fault.SILENT ? HASTY : PATIENT).send(NOTICE)).isNotNull();
    Channel channel = channel(PATIENT);
    if (fault != Fault.SILENT) {
      assertThat(channel.send(NOTICE)).isInstanceOf(fault.outcome());
    }
    peer().behave(Fault.NONE);
    assertThat(channel.send(NOTICE)).isInstanceOf(Sent.Accepted.class);
  }

  @Test
  void nobodyThereIsNoReasonToGiveUp() {
    Channel channel = channel(PATIENT);
    peer().close();
    assertThat(channel.send(NOTICE)).isEqualTo(new Sent.Deferred(RETRY));
  }

  /** A label longer than any name: no resolver has to be asked to know that it is not there. */
  @Test
  void aNameThatCannotBeLookedUpIsNoReasonToGiveUp() {
    assertThat(elsewhere("x".repeat(70) + ".invalid").send(NOTICE))
        .isEqualTo(new Sent.Deferred(RETRY));
    assertThat(ears.attempts()).singleElement().asString().contains("outcome=deferred");
  }

  @Test
  void sameNoticeIsSameBytes() {
    Channel channel = channel(PATIENT);
    channel.send(NOTICE);
    channel(PATIENT).send(NOTICE);
    List<byte[]> received = peer().received();
    assertThat(received).hasSize(2);
    assertThat(received.get(0)).isEqualTo(received.get(1));
    assertThat(new String(received.get(0), StandardCharsets.UTF_8)).contains(NOTICE.id());
  }

  @Test
  void messagesStaySmall() {
    channel(PATIENT).send(Odd.notice("漢\u202e\"".repeat(2_000), 10));
    assertThat(peer().received())
        .extracting(bytes -> bytes.length)
        .singleElement(as(INTEGER))
        .isBetween(1_000, mostBytes());
  }

  @ParameterizedTest
  @EnumSource
  void secretsComeOutNowhere(Fault fault) {
    peer().behave(fault);
    Channel channel = channel(fault == Fault.SILENT ? HASTY : PATIENT);
    String said = channel + " " + channel.send(NOTICE) + " " + ears.lines();
    assertThat(said).contains(NAME).doesNotContain(SECRET);
  }

  @Test
  void unusableSecretsComeOutNowhere() {
    Map<String, String> broken = new TreeMap<>(environment());
    broken.replaceAll((name, value) -> "whsec_" + SECRET + " \u0000%%%");
    Channel channel = channel(PATIENT, broken);
    peer().behave(Fault.LOCKED);
    Sent sent = channel.send(NOTICE);
    assertThat(channel + " " + sent + ears.lines()).doesNotContain(SECRET);
    assertThat(sent).isInstanceOf(Sent.Rejected.class);
    assertThat(((Sent.Rejected) sent).why()).containsAnyOf(broken.keySet().toArray(String[]::new));
  }

  @Test
  void withoutSecretsItRejectsAndSaysWhatToSet() {
    for (String missing : environment().keySet()) {
      Map<String, String> rest = new TreeMap<>(environment());
      rest.remove(missing);
      assertThat(channel(PATIENT, rest).send(NOTICE))
          .isInstanceOfSatisfying(
              Sent.Rejected.class, rejected -> assertThat(rejected.why()).contains(missing));
    }
    assertThat(peer().received()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyAttemptIsOneLineInTheLog(Fault fault) {
    peer().behave(fault);
    channel(fault == Fault.SILENT ? HASTY : PATIENT).send(NOTICE);
    assertThat(ears.attempts())
        .singleElement()
        .asString()
        .contains("channel=" + NAME, "notice=" + NOTICE.id())
        .containsPattern("outcome=(accepted|deferred|rejected) status=[a-z0-9@-]+ ms=[0-9]+")
        .doesNotContain("http:", "127.0.0.1");
  }

  final Channel channel(Patience patience) {
    return channel(patience, environment());
  }

  final Channel channel(Patience patience, Map<String, String> environment) {
    return channel(settings(), patience, environment);
  }

  static Channel channel(
      ChannelSettings settings, Patience patience, Map<String, String> environment) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();
    Channels channels =
        new Channels(
            environment::get,
            client,
            Reach.ANYWHERE,
            patience,
            Clock.fixed(Samples.NOON, ZoneOffset.UTC));
    return Objects.requireNonNull(channels.all(SettingsOf.channels(settings)).get(NAME));
  }
}
