package io.hubtriage.azure.channels;

import io.hubtriage.incident.Channel;
import io.hubtriage.pipeline.Voices;
import io.hubtriage.settings.ChannelSettings;
import io.hubtriage.settings.ChannelSettings.NamedSetting;
import io.hubtriage.settings.Secret;
import io.hubtriage.settings.SettingName;
import io.hubtriage.settings.Settings;
import io.hubtriage.settings.Smtp;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds the channels the settings name. */
public final class Channels {
  private final Function<String, @Nullable String> environment;
  private final HttpClient client;
  private final Reach reach;
  private final Patience patience;
  private final Clock clock;

  /** Builds channels that wait this long by this clock. */
  Channels(
      Function<String, @Nullable String> environment,
      HttpClient client,
      Reach reach,
      Patience patience,
      Clock clock) {
    this.environment = environment;
    this.client = client;
    this.reach = reach;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * The channels by name, in the settings' order. They are safe to use from many threads, keep
   * connections open and are meant to live as long as the process. One whose secret is missing or
   * unusable rejects everything and says what to set.
   *
   * @param environment answers null for what is not set, as {@link System#getenv(String)} does;
   *     asked only now
   * @param client for all HTTP channels; with a connect timeout
   * @throws IllegalArgumentException if the client follows redirects
   */
  public static Map<String, Channel> of(
      Settings settings,
      Function<String, @Nullable String> environment,
      HttpClient client,
      Reach reach) {
    return new Channels(environment, client, reach, Patience.USUAL, Clock.systemUTC())
        .all(settings);
  }

  Map<String, Channel> all(Settings settings) {
    Map<String, Channel> channels = new LinkedHashMap<>();
    for (ChannelSettings channel : settings.channels()) {
      Script script = new Script(Voices.renderer(channel), Voices.audience(settings, channel));
      channels.put(channel.name(), channel(channel, script));
    }
    return Collections.unmodifiableMap(channels);
  }

  private Channel channel(ChannelSettings channel, Script script) {
    List<NamedSetting> missing =
        channel.secrets().stream().filter(s -> s.setting().secret(environment).isEmpty()).toList();
    if (!missing.isEmpty()) {
      return new BrokenChannel(script, notSet(missing));
    }
    try {
      return open(channel, script);
    } catch (UnusableSettingException e) {
      return new BrokenChannel(script, Objects.requireNonNull(e.getMessage()));
    }
  }

  private Channel open(ChannelSettings channel, Script script) {
    if (channel instanceof ChannelSettings.Teams teams) {
      Receiver receiver = TeamsChannel.receiver(teams.url(), patience);
      return new TeamsChannel(script, post(teams.url()), receiver, clock);
    }
    if (channel instanceof ChannelSettings.Webhook webhook) {
      Receiver receiver = WebhookChannel.receiver(webhook.url(), patience);
      Optional<Signer> signer = webhook.hmacKey().map(name -> Signer.of(name, secret(name)));
      return new WebhookChannel(script, post(webhook.url()), receiver, signer, clock);
    }
    if (channel instanceof ChannelSettings.Email email) {
      SmtpLine line =
          new SmtpLine(
              email.smtp(),
              login(email.smtp()),
              SmtpProperties.of(email.smtp(), email.from(), patience),
              patience);
      return new EmailChannel(script, line, new MailServer(email, patience.retry()));
    }
    throw new IllegalArgumentException("no way to send to channels like " + channel.name());
  }

  private HttpPost post(SettingName url) {
    return new HttpPost(client, Target.of(url, secret(url), reach), patience);
  }

  private Optional<SmtpLine.Login> login(Smtp smtp) {
    return smtp.user()
        .flatMap(
            user ->
                smtp.password()
                    .map(password -> new SmtpLine.Login(secret(user), secret(password))));
  }

  private Secret secret(SettingName name) {
    return name.secret(environment)
        .orElseThrow(() -> new UnusableSettingException(name, "is not set"));
  }

  private static String notSet(List<NamedSetting> missing) {
    return missing.stream()
        .map(s -> s.setting() + " (" + s.key() + ")")
        .collect(
            Collectors.joining(
                ", ",
                "not sent, because an app setting is missing, blank or a Key Vault reference that"
                    + " the app may not read; set ",
                ""));
  }
}
