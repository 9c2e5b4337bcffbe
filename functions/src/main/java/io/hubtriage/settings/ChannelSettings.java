package io.hubtriage.settings;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where notices can go, and in which language and time zone they are written there. */
public sealed interface ChannelSettings {
  /** The channel's name: safe in file names, at most 40 of {@code a-z 0-9 -}. */
  String name();

  /** {@link Locale#ENGLISH} or {@link Locale#JAPANESE}. */
  Locale locale();

  /** The zone of times, shown beside UTC. */
  ZoneId zone();

  /** The app settings this channel cannot do without, each with the key it is named by. */
  List<NamedSetting> secrets();

  /**
   * An app setting and where the file names it.
   *
   * @param key within the channel: {@code smtp.passwordSetting}
   */
  record NamedSetting(String key, SettingName setting) {}

  /**
   * A Teams channel or chat, reached through a Power Automate workflow.
   *
   * @param url the app setting with the workflow's URL, which is a secret
   */
  record Teams(String name, Locale locale, ZoneId zone, SettingName url)
      implements ChannelSettings {
    @Override
    public List<NamedSetting> secrets() {
      return List.of(new NamedSetting("urlSetting", url));
    }
  }

  /**
   * A mail to a fixed set of people.
   *
   * @param from plain address
   * @param to plain addresses, at least one
   */
  record Email(String name, Locale locale, ZoneId zone, String from, List<String> to, Smtp smtp)
      implements ChannelSettings {
    /** Copies the addresses. */
    public Email {
      to = List.copyOf(to);
    }

    @Override
    public List<NamedSetting> secrets() {
      return Stream.of(
              smtp.user().map(s -> new NamedSetting("smtp.userSetting", s)),
              smtp.password().map(s -> new NamedSetting("smtp.passwordSetting", s)))
          .flatMap(Optional::stream)
          .toList();
    }
  }

  /**
   * A receiver of JSON over HTTPS.
   *
   * @param url the app setting with the URL
   * @param hmacKey the app setting with the key that signs the body; empty for no signature
   */
  record Webhook(
      String name, Locale locale, ZoneId zone, SettingName url, Optional<SettingName> hmacKey)
      implements ChannelSettings {
    @Override
    public List<NamedSetting> secrets() {
      return Stream.of(
              Optional.of(new NamedSetting("urlSetting", url)),
              hmacKey.map(s -> new NamedSetting("hmacKeySetting", s)))
          .flatMap(Optional::stream)
          .toList();
    }
  }
}
