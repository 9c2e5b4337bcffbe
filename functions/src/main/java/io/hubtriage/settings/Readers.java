package io.hubtriage.settings;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Severity;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How single values are written in the file. */
final class Readers {
  private static final Map<String, Locale> LOCALES =
      new TreeMap<>(Map.of("en", Locale.ENGLISH, "ja", Locale.JAPANESE));
  private static final Map<String, Cause> CAUSES = coded(Cause.values(), Cause::code);
  private static final Map<String, Severity> SEVERITIES = coded(Severity.values(), Severity::name);
  private static final Map<String, DayOfWeek> DAYS = coded(DayOfWeek.values(), DayOfWeek::name);
  private static final Map<String, Smtp.Security> SECURITIES =
      coded(Smtp.Security.values(), Smtp.Security::code);
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]{1,253}");
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Readers() {}

  static Optional<Cause> cause(Value value) {
    return choice(value, "a cause", CAUSES);
  }

  /** Reads a cause that stands as the key of a value. */
  static Optional<Cause> causeCoded(String key, Value value) {
    return chosen(value, key, "a cause", CAUSES);
  }

  static Optional<Severity> severity(Value value) {
    return choice(value, "a severity", SEVERITIES);
  }

  static Optional<Locale> locale(Value value) {
    return choice(value, "a language HubTriage speaks", LOCALES);
  }

  static Optional<DayOfWeek> day(Value value) {
    return choice(value, "a day of the week", DAYS);
  }

  static Optional<Smtp.Security> security(Value value) {
    return choice(value, "a kind of connection", SECURITIES);
  }

  static Optional<ZoneId> zone(Value value) {
    String example = "a time zone such as \"Europe/Berlin\"";
    return value
        .text(example)
        .flatMap(
            text -> {
              Collection<String> known = ZoneId.getAvailableZoneIds();
              return known.contains(text)
                  ? Optional.of(ZoneId.of(text))
                  : value.fault(
                      Value.quote(text)
                          + " is not a time zone; "
                          + guess(text, known, "use an IANA name such as Europe/Berlin"));
            });
  }

  /** Reads a duration inside bounds, both inclusive. */
  static Value.Reader<Duration> duration(String least, String most) {
    Duration min = ShortDuration.parse(least).orElseThrow();
    Duration max = ShortDuration.parse(most).orElseThrow();
    return value ->
        parsed(
                value,
                "a duration such as \"90s\", \"5m\", \"1h30m\" or \"7d\"",
                ShortDuration::parse)
            .flatMap(
                d ->
                    d.compareTo(min) < 0 || d.compareTo(max) > 0
                        ? value.fault(
                            "must be from "
                                + least
                                + " to "
                                + most
                                + ", not "
                                + ShortDuration.format(d))
                        : Optional.of(d));
  }

  /** Reads a whole number inside bounds, both inclusive. */
  static Value.Reader<Integer> integer(int least, int most) {
    return value ->
        value.node().isIntegralNumber()
                && value.node().canConvertToInt()
                && value.node().intValue() >= least
                && value.node().intValue() <= most
            ? Optional.of(value.node().intValue())
            : value.fault("must be a whole number from " + least + " to " + most);
  }

  static Optional<Boolean> flag(Value value) {
    return value.node().isBoolean()
        ? Optional.of(value.node().booleanValue())
        : value.fault("must be true or false");
  }

  static Optional<LocalTime> time(Value value) {
    return parsed(
        value,
        "a time of day from \"00:00\" to \"23:59\"",
        text ->
            TIME.matcher(text).matches() ? Optional.of(LocalTime.parse(text)) : Optional.empty());
  }

  static Optional<Instant> instant(Value value) {
    return parsed(
        value,
        "a moment with its offset, such as \"2027-01-31T18:00:00Z\" or"
            + " \"2027-01-31T18:00:00+09:00\"",
        text -> {
          try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
          } catch (DateTimeParseException e) {
            return Optional.empty();
          }
        });
  }

  static Optional<UUID> guid(Value value) {
    return parsed(
        value,
        "the GUID shown as Workspace ID on the workspace's page, such as"
            + " \"0f8fad5b-d9cb-469f-a165-70867728950e\"",
        text ->
            GUID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty());
  }

  static Optional<String> address(Value value) {
    return parsed(value, "a plain mail address such as \"ops@example.com\"", matching(ADDRESS));
  }

  static Optional<String> host(Value value) {
    return parsed(value, "a host name such as \"smtp.example.com\"", matching(HOST));
  }

  static Optional<URI> link(Value value) {
    return parsed(value, "a link such as \"https://wiki.example.com/runbook\"", Readers::uri);
  }

  static Optional<String> words(Value value) {
    return value.text("a text");
  }

  /** Reads the name of an app setting; never repeats what stands there, it may be a secret. */
  static Optional<SettingName> settingName(Value value) {
    return value
        .text("the name of an app setting, such as \"TEAMS_WEBHOOK_URL\"")
        .flatMap(
            text ->
                SettingName.valid(text)
                    ? Optional.of(new SettingName(text))
                    : value.fault(
                        "is not the name of an app setting (letters, digits and _); put the secret"
                            + " itself into an app setting, and that setting's name here"));
  }

  /** What to add to "... is not a thing": the word that was probably meant, or else the advice. */
  static String guess(String text, Collection<String> known, String advice) {
    return Nearest.to(text, known)
        .map(near -> "did you mean " + Value.quote(near) + "?")
        .orElse(advice);
  }

  /** Reads one of a few words. */
  static <T> Optional<T> choice(Value value, String noun, Map<String, T> choices) {
    return value
        .text("one of " + String.join(", ", choices.keySet()))
        .flatMap(text -> chosen(value, text, noun, choices));
  }

  private static <T> Optional<T> chosen(
      Value value, String text, String noun, Map<String, T> choices) {
    T chosen = choices.get(text);
    return chosen != null
        ? Optional.of(chosen)
        : value.fault(
            Value.quote(text)
                + " is not "
                + noun
                + "; "
                + guess(
                    text, choices.keySet(), "use one of " + String.join(", ", choices.keySet())));
  }

  private static <T> Optional<T> parsed(
      Value value, String example, Function<String, Optional<T>> parse) {
    Optional<String> text = value.text(example);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> parsed = parse.apply(text.get());
    return parsed.isPresent()
        ? parsed
        : value.fault(Value.quote(text.get()) + " is not " + example);
  }

  private static Function<String, Optional<String>> matching(Pattern pattern) {
    return text -> Optional.of(text).filter(t -> pattern.matcher(t).matches());
  }

  private static Optional<URI> uri(String text) {
    try {
      URI uri = new URI(text);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static <T> Map<String, T> coded(T[] values, Function<T, String> code) {
    Map<String, T> coded = new LinkedHashMap<>();
    Arrays.stream(values).forEach(v -> coded.put(code.apply(v).toLowerCase(Locale.ROOT), v));
    return coded;
  }
}
