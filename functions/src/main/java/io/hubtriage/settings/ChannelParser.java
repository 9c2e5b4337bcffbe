package io.hubtriage.settings;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads a member of {@code channels}.
 *
 * @param locale of channels that name none
 * @param zone of channels that name none
 */
record ChannelParser(Locale locale, ZoneId zone) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Map<String, Kind> KINDS =
      new TreeMap<>(
          Map.of(
              "teams", ChannelParser::teams,
              "email", ChannelParser::email,
              "webhook", ChannelParser::webhook));

  /** Reads what only one kind of channel has. */
  @FunctionalInterface
  private interface Kind {
    Optional<ChannelSettings> read(Section section, Common common);
  }

  /** What every channel has. */
  private record Common(String name, Locale locale, ZoneId zone) {}

  Optional<ChannelSettings> read(String name, Value value) {
    if (!NAME.matcher(name).matches()) {
      value.fault("a channel's name has 1 to 40 lower-case letters, digits and -");
    }
    return value.section(section -> channel(name, section));
  }

  private Optional<ChannelSettings> channel(String name, Section section) {
    Optional<Kind> kind =
        section.required(
            "kind",
            "use one of email, teams, webhook",
            v -> Readers.choice(v, "a kind of channel", KINDS));
    Common common =
        new Common(
            name,
            section.optional("locale", Readers::locale).orElse(locale),
            section.optional("zone", Readers::zone).orElse(zone));
    // Without a kind nobody can say which other keys are right.
    return kind.flatMap(k -> k.read(section, common));
  }

  private static Optional<ChannelSettings> teams(Section section, Common c) {
    Optional<SettingName> url = urlSetting(section);
    return section.build(
        () -> new ChannelSettings.Teams(c.name, c.locale, c.zone, url.orElseThrow()));
  }

  private static Optional<ChannelSettings> webhook(Section section, Common c) {
    Optional<SettingName> url = urlSetting(section);
    Optional<SettingName> key = section.optional("hmacKeySetting", Readers::settingName);
    return section.build(
        () -> new ChannelSettings.Webhook(c.name, c.locale, c.zone, url.orElseThrow(), key));
  }

  private static Optional<ChannelSettings> email(Section section, Common c) {
    Optional<String> from =
        section.required("from", "write the sender's address", Readers::address);
    Optional<List<String>> to =
        section.required(
            "to",
            "write a list of addresses",
            v ->
                v.node().isArray() && v.node().isEmpty()
                    ? v.fault("must have at least one address")
                    : v.list(Readers::address));
    Optional<Smtp> smtp =
        section.required(
            "smtp", "write at least {\"host\": ...}", v -> v.section(ChannelParser::smtp));
    return section.build(
        () ->
            new ChannelSettings.Email(
                c.name,
                c.locale,
                c.zone,
                from.orElseThrow(),
                to.orElseThrow(),
                smtp.orElseThrow()));
  }

  private static Optional<Smtp> smtp(Section section) {
    Optional<String> host = section.required("host", "write the mail server's name", Readers::host);
    int port = section.optional("port", Readers.integer(1, 65_535)).orElse(Smtp.SUBMISSION_PORT);
    Smtp.Security security =
        section.optional("security", Readers::security).orElse(Smtp.Security.STARTTLS);
    Optional<SettingName> user = section.optional("userSetting", Readers::settingName);
    Optional<SettingName> password = section.optional("passwordSetting", Readers::settingName);
    if (section.has("userSetting") != section.has("passwordSetting")) {
      boolean hasUser = section.has("userSetting");
      section.fault(
          hasUser ? "passwordSetting" : "userSetting",
          "is missing; a user name and its password go together");
    }
    if (security == Smtp.Security.NONE && section.has("passwordSetting")) {
      section.fault("security", "none would send the password in clear text; use starttls or tls");
    }
    return section.build(() -> new Smtp(host.orElseThrow(), port, security, user, password));
  }

  private static Optional<SettingName> urlSetting(Section section) {
    return section.required(
        "urlSetting", "write the name of the app setting that holds the URL", Readers::settingName);
  }
}
