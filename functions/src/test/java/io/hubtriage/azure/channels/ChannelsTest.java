package io.hubtriage.azure.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubtriage.incident.Channel;
import io.hubtriage.incident.Sent;
import io.hubtriage.notify.Samples;
import io.hubtriage.notify.email.EmailRenderer;
import io.hubtriage.notify.teams.TeamsRenderer;
import io.hubtriage.notify.webhook.WebhookRenderer;
import io.hubtriage.pipeline.Voices;
import io.hubtriage.settings.ChannelSettings;
import io.hubtriage.settings.SettingName;
import io.hubtriage.settings.Settings;
import io.hubtriage.settings.Smtp;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChannelsTest {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final ChannelSettings.Teams TEAMS =
      new ChannelSettings.Teams(
          "teams", Locale.ENGLISH, ZoneOffset.UTC, new SettingName("TEAMS_URL"));
  private static final ChannelSettings.Webhook WEBHOOK =
      new ChannelSettings.Webhook(
          "hook", Locale.ENGLISH, ZoneOffset.UTC, new SettingName("HOOK_URL"), Optional.empty());
  private static final ChannelSettings.Email EMAIL =
      new ChannelSettings.Email(
          "mail",
          Locale.ENGLISH,
          ZoneOffset.UTC,
          "a@example.com",
          List.of("b@example.com"),
          new Smtp("localhost", 25, Smtp.Security.NONE, Optional.empty(), Optional.empty()));

  /** A new kind of channel must be given a voice and a way to send. */
  @Test
  void everyKindOfChannelCanSpeakAndSend() {
    List<ChannelSettings> kinds = List.of(TEAMS, WEBHOOK, EMAIL);
    assertThat(kinds)
        .extracting(Object::getClass)
        .containsExactlyInAnyOrder(ChannelSettings.class.getPermittedSubclasses());
    assertThat(kinds)
        .extracting(k -> Voices.renderer(k).getClass())
        .isEqualTo(List.of(TeamsRenderer.class, WebhookRenderer.class, EmailRenderer.class));
    Map<String, Channel> channels =
        Channels.of(
            SettingsOf.channels(TEAMS, WEBHOOK, EMAIL),
            name -> "https://example.com/hook",
            CLIENT,
            Reach.PUBLIC_HTTPS);
    assertThat(channels.keySet()).containsExactly("teams", "hook", "mail");
    assertThat(channels.values())
        .extracting(Object::getClass)
        .isEqualTo(List.of(TeamsChannel.class, WebhookChannel.class, EmailChannel.class));
    channels.forEach((name, channel) -> assertThat(channel.name()).isEqualTo(name));
  }

  @Test
  void oneChannelWithoutItsSecretLeavesTheOthersAlone() {
    Map<String, Channel> channels =
        Channels.of(
            SettingsOf.channels(TEAMS, WEBHOOK),
            Map.of("HOOK_URL", "https://example.com/")::get,
            CLIENT,
            Reach.PUBLIC_HTTPS);
    assertThat(Objects.requireNonNull(channels.get("teams")).send(Samples.digest()))
        .isEqualTo(
            new Sent.Rejected(
                "not sent, because an app setting is missing, blank or a Key Vault reference that"
                    + " the app may not read; set TEAMS_URL (urlSetting)"));
    assertThat(channels.get("hook")).isInstanceOf(WebhookChannel.class);
  }

  @Test
  void theDefaultSettingsNeedOnlyTheTeamsUrl() {
    Map<String, Channel> channels =
        Channels.of(
            Settings.DEFAULT,
            Map.of("TEAMS_WEBHOOK_URL", "https://example.com/")::get,
            CLIENT,
            Reach.PUBLIC_HTTPS);
    assertThat(channels.values())
        .extracting(Object::getClass)
        .isEqualTo(List.of(TeamsChannel.class, EmailChannel.class));
  }

  /** Nothing is connected to, so nothing needs to be there. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost/hook",
        "https://LOCALHOST:8443/hook",
        "https://127.0.0.1/hook",
        "https://10.1.2.3/hook",
        "https://169.254.169.254/metadata/instance",
        "https://168.63.129.16/machine",
        "https://[::1]/hook",
        "https://[::ffff:127.0.0.1]/hook",
        "https://[::ffff:a9fe:a9fe]/hook",
        "https://[fe80::1]/hook",
        "https://[fd00:ec2::254]/hook",
        "https://[64:ff9b::a9fe:a9fe]/hook",
      })
  void addressesOfThisNetworkAreRefused(String url) {
    assertThat(sent(url))
        .isInstanceOfSatisfying(
            Sent.Rejected.class,
            rejected ->
                assertThat(rejected.why()).contains("private, loopback", "setting HOOK_URL"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.com/hook, does not begin with https://",
    "ftp://example.com/hook, does not begin with https://",
    "https://user@example.com/hook, has a user name",
    "https://user:word@example.com/hook, has a user name",
    "https://2130706433/hook, has a number for a host",
    "https://0x7f000001/hook, has a number for a host",
    "https://0x7f.0.0.1/hook, no URL with a host",
    "https://127.1/hook, no URL with a host",
    "https://0177.0.0.1/hook, has a number for a host",
    "https://127.0.0.01/hook, has a number for a host",
    "https://1.2.3.4./hook, no URL with a host",
    "https:///hook, no URL with a host",
    "https:hook, no URL with a host",
    "example.com/hook, no URL with a host",
    "'https://example.com/a b', no URL with a host",
    "https://exa_mple.com/hook, no URL with a host",
  })
  void urlsThatMeanSomethingElseAreRefused(String url, String why) {
    assertThat(sent(url))
        .isInstanceOfSatisfying(
            Sent.Rejected.class,
            rejected -> assertThat(rejected.why()).contains(why, "setting HOOK_URL"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://example.com", "HTTPS://example.com:8443/a?b=c#d", " https://e.x "})
  void ordinaryUrlsAreTaken(String url) {
    assertThat(channel(url)).isInstanceOf(WebhookChannel.class);
  }

  @Test
  void clientsThatFollowRedirectsAreRefused() {
    HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    assertThatThrownBy(
            () ->
                Channels.of(
                    SettingsOf.channels(WEBHOOK),
                    name -> "https://example.com/",
                    client,
                    Reach.PUBLIC_HTTPS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("redirects");
  }

  private static Sent sent(String url) {
    return channel(url).send(Samples.digest());
  }

  private static Channel channel(String url) {
    return Objects.requireNonNull(
        Channels.of(
                SettingsOf.channels(WEBHOOK),
                Map.of("HOOK_URL", url)::get,
                CLIENT,
                Reach.PUBLIC_HTTPS)
            .get("hook"));
  }
}
