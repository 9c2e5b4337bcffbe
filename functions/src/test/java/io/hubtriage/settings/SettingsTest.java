package io.hubtriage.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SettingsTest {
  static final Path SAMPLE = Path.of("../hubtriage.sample.json");
  private static final Hub BERLIN = new Hub("plant-berlin");
  private static final Hub OSAKA = new Hub("plant-osaka");
  private static final Instant MONDAY = Instant.parse("2027-03-01T12:00:00Z");

  static Stream<Arguments> routes() {
    return Stream.of(
        argumentSet("no route", BERLIN, Cause.CRASH_LOOP, Severity.ERROR, List.of("ops")),
        argumentSet("by tag", OSAKA, Cause.CRASH_LOOP, Severity.ERROR, List.of("osaka")),
        argumentSet(
            "by hub and cause",
            BERLIN,
            Cause.DUPLICATE_IDENTITY,
            Severity.ERROR,
            List.of("ops", "itsm")),
        argumentSet(
            "continues to the tag",
            OSAKA,
            Cause.HUB_TRANSIENT,
            Severity.CRITICAL,
            List.of("on-call", "itsm", "osaka")),
        argumentSet(
            "continues into nothing: told, so no default",
            BERLIN,
            Cause.HUB_TRANSIENT,
            Severity.CRITICAL,
            List.of("on-call", "itsm")),
        argumentSet(
            "a channel named twice hears once",
            BERLIN,
            Cause.AUTHENTICATION_FAILURE,
            Severity.CRITICAL,
            List.of("on-call", "itsm", "ops")));
  }

  @ParameterizedTest
  @MethodSource("routes")
  void routesTheSample(Hub hub, Cause cause, Severity severity, List<String> expected)
      throws IOException {
    assertThat(sample().route(hub, cause, severity)).isEqualTo(expected);
  }

  /** That HubTriage does not see a hub has no cause, so no route or mute that asks for one. */
  @Test
  void whatHasNoCauseIsRoutedAndMutedByTheRest() throws IOException {
    Settings sample = sample();
    assertThat(sample.route(BERLIN, Severity.ERROR)).containsExactly("ops");
    assertThat(sample.route(OSAKA, Severity.ERROR)).containsExactly("osaka");
    assertThat(sample.route(BERLIN, Severity.CRITICAL)).containsExactly("on-call", "itsm");
    assertThat(sample.route(new Hub("hubtriage"), Severity.ERROR)).containsExactly("ops");
    Instant saturday = Instant.parse("2027-03-06T12:00:00Z");
    assertThat(sample.muted(BERLIN, Severity.ERROR, saturday)).isEmpty();
    Instant maintenance = Instant.parse("2027-01-30T22:00:00Z");
    assertThat(sample.muted(BERLIN, Severity.ERROR, maintenance)).isPresent();
  }

  static Stream<Arguments> mutes() {
    return Stream.of(
        argumentSet("weekend", BERLIN, Cause.CONNECTION_LOST, "2027-03-06T12:00:00Z", true),
        argumentSet("weekday", BERLIN, Cause.CONNECTION_LOST, "2027-03-05T12:00:00Z", false),
        argumentSet("other cause", BERLIN, Cause.CRASH_LOOP, "2027-03-06T12:00:00Z", false),
        argumentSet("other hub", OSAKA, Cause.CONNECTION_LOST, "2027-03-06T12:00:00Z", false),
        argumentSet("one-off, all", OSAKA, Cause.HUB_TRANSIENT, "2027-01-30T22:00:00Z", true),
        argumentSet("silence", OSAKA, Cause.CRASH_LOOP, "2027-02-14T14:59:59Z", true),
        argumentSet("silence over", OSAKA, Cause.CRASH_LOOP, "2027-02-14T15:00:00Z", false));
  }

  @ParameterizedTest
  @MethodSource("mutes")
  void mutesAsTheSampleSays(Hub hub, Cause cause, String at, boolean muted) throws IOException {
    Optional<String> why = sample().muted(hub, cause, cause.severity(), Instant.parse(at));
    assertThat(why.isPresent()).isEqualTo(muted);
  }

  @Test
  void saysWhyItIsMuted() throws IOException {
    assertThat(
            sample()
                .muted(
                    BERLIN, Cause.CONNECTION_LOST, Severity.WARNING, MONDAY.plusSeconds(432_000)))
        .contains("mute window: line stands still at the weekend");
    assertThat(sample().muted(OSAKA, Cause.CRASH_LOOP, Severity.ERROR, Instant.EPOCH))
        .contains("silence until 2027-02-14T15:00:00Z: pumps are being exchanged");
  }

  @Test
  void withoutAFileTwoChannelsHearEverythingOfEveryHub() {
    Settings settings = Settings.DEFAULT;
    assertThat(settings.channels())
        .extracting(ChannelSettings::name, ChannelSettings::locale, ChannelSettings::zone)
        .containsExactly(
            tuple("teams", Locale.ENGLISH, ZoneId.of("UTC")),
            tuple("email", Locale.ENGLISH, ZoneId.of("UTC")));
    assertThat(settings.watches(new Hub("any"))).isTrue();
    assertThat(settings.route(new Hub("any"), Cause.UNKNOWN, Severity.WARNING))
        .containsExactly("teams", "email");
    assertThat(settings.muted(new Hub("any"), Cause.UNKNOWN, Severity.WARNING, MONDAY)).isEmpty();
    assertThat(settings.thresholds()).isEqualTo(Thresholds.DEFAULT);
    assertThat(settings.sweeps()).isEqualTo(Sweeps.DEFAULT);
    assertThat(settings.digest()).isEqualTo(Digest.DEFAULT);
  }

  @Test
  void aFileWithHubsWatchesOnlyThose() throws IOException {
    Settings settings = sample();
    assertThat(settings.watches(new Hub("PLANT-BERLIN"))).isTrue();
    assertThat(settings.watches(new Hub("plant"))).isFalse();
    assertThat(settings.tags(OSAKA)).containsExactlyInAnyOrder("production", "japan");
    assertThat(settings.tags(new Hub("plant"))).isEmpty();
  }

  @Test
  void languageAndZoneOfTheFileHoldWhereNothingElseIsSaid() {
    Settings settings =
        Settings.parse(
            """
            {"locale": "ja", "zone": "Asia/Tokyo",
             "channels": {"a": {"kind": "teams", "urlSetting": "A"},
                          "b": {"kind": "teams", "urlSetting": "B", "locale": "en", "zone": "UTC"}},
             "muteWindows": [{"name": "n", "weekly": {"days": ["monday"], "from": "00:00", "to": "01:00"}}],
             "digest": {"at": "08:30"}}
            """);
    ZoneId tokyo = ZoneId.of("Asia/Tokyo");
    assertThat(settings.channels())
        .containsExactly(
            new ChannelSettings.Teams("a", Locale.JAPANESE, tokyo, new SettingName("A")),
            new ChannelSettings.Teams("b", Locale.ENGLISH, ZoneId.of("UTC"), new SettingName("B")));
    assertThat(settings.digest()).isEqualTo(new Digest(LocalTime.of(8, 30), tokyo));
    assertThat(((Schedule.Weekly) settings.muteWindows().get(0).schedule()).zone())
        .isEqualTo(tokyo);
  }

  @Test
  void aRejectedNoticeFallsToAnotherChannel() throws IOException {
    assertThat(sample().fallbackFor("ops")).contains("on-call");
    assertThat(sample().fallbackFor("on-call")).contains("ops");
    assertThat(Settings.DEFAULT.fallbackFor("teams")).contains("email");
    Settings one =
        Settings.parse("{\"channels\": {\"a\": {\"kind\": \"teams\", \"urlSetting\": \"A\"}}}");
    assertThat(one.fallbackFor("a")).isEmpty();
  }

  @Test
  void namesTheSecretsThatAreNotThere() throws IOException {
    Map<String, String> environment =
        Map.of(
            "TEAMS_OPS_URL", "https://example.com/x",
            "TEAMS_OSAKA_URL", " ",
            "SMTP_USER", "u",
            "SMTP_PASSWORD", "@Microsoft.KeyVault(SecretUri=https://v.example.com/secrets/p)",
            "ITSM_HMAC_KEY", "k");
    assertThat(sample().missingSecrets(environment::get))
        .extracting(Fault::path)
        .containsExactly(
            "channels.osaka.urlSetting",
            "channels.on-call.smtp.passwordSetting",
            "channels.itsm.urlSetting");
  }

  @Test
  void secretsPrintAsStars() {
    Secret secret = new SettingName("URL").secret(name -> "hush").orElseThrow();
    assertThat(secret).hasToString("***");
    assertThat(secret.reveal()).isEqualTo("hush");
    assertThatThrownBy(() -> new SettingName("https://hush"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("hush");
  }

  @Test
  void aByteOrderMarkIsNoFault() {
    assertThat(Settings.parse("\uFEFF{}")).isEqualTo(Settings.DEFAULT);
  }

  private static Settings sample() throws IOException {
    return Settings.parse(Files.readString(SAMPLE));
  }
}
