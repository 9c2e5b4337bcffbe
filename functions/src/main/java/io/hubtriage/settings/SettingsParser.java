package io.hubtriage.settings;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hubtriage.model.Cause;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the whole file, once. */
final class SettingsParser {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** What some editors put before the text; not part of it. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final List<Fault> faults = new ArrayList<>();

  Settings parse(String json) {
    Optional<Settings> settings = new Value("", tree(json), faults).section(this::settings);
    if (!faults.isEmpty()) {
      throw new InvalidSettingsException(faults);
    }
    return settings.orElseThrow();
  }

  private Optional<Settings> settings(Section file) {
    file.optional("$schema", Readers::words);
    Locale locale = file.optional("locale", Readers::locale).orElse(Locale.ENGLISH);
    ZoneId zone = file.optional("zone", Readers::zone).orElse(Digest.DEFAULT.zone());
    List<HubSettings> hubs = all(file, "hubs", new HubParser()::read);
    MatchParser match = faults.isEmpty() ? MatchParser.of(hubs) : MatchParser.UNCHECKED;
    Channels channels = channels(file, new ChannelParser(locale, zone));
    RouteParser routing = new RouteParser(channels.names, match);
    MuteParser mutes = new MuteParser(zone, match);
    Settings read =
        new Settings(
            hubs,
            channels.settings,
            file.optional("routes", routing::routes).orElse(List.of()),
            file.optional("defaultChannels", routing::channelNames)
                .orElse(List.copyOf(channels.names)),
            file.optional("fallbackChannel", routing::channelName),
            all(file, "muteWindows", mutes::window),
            all(file, "silences", mutes::silence),
            file.optional("thresholds", v -> v.section(NumbersParser::thresholds))
                .orElse(Thresholds.DEFAULT),
            file.optional("sweeps", v -> v.section(NumbersParser::sweeps)).orElse(Sweeps.DEFAULT),
            file.optional("digest", v -> v.section(s -> NumbersParser.digest(s, zone)))
                .orElse(new Digest(Digest.DEFAULT.at(), zone)),
            file.optional("runbooks", SettingsParser::runbooks).orElse(Map.of()));
    return file.build(() -> read);
  }

  private static <T> List<T> all(Section file, String key, Value.Reader<T> reader) {
    return file.optional(key, value -> value.list(reader)).orElse(List.of());
  }

  /**
   * Channels and their names. A channel with a fault still has its name, so that routes to it are
   * no faults of their own.
   */
  private record Channels(Set<String> names, List<ChannelSettings> settings) {}

  private static Channels channels(Section file, ChannelParser parser) {
    return file.optional("channels", value -> channels(value, parser))
        .orElseGet(
            () ->
                new Channels(
                    Settings.DEFAULT_CHANNELS.stream()
                        .map(ChannelSettings::name)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                    Settings.DEFAULT_CHANNELS));
  }

  private static Optional<Channels> channels(Value value, ChannelParser parser) {
    Map<String, Value> members = value.members();
    if (value.node().isObject() && members.isEmpty()) {
      value.fault("is empty, so nobody would be told; leave it out or add a channel");
    }
    List<ChannelSettings> settings = new ArrayList<>();
    members.forEach((name, member) -> parser.read(name, member).ifPresent(settings::add));
    return Optional.of(new Channels(members.keySet(), settings));
  }

  private static Optional<Map<Cause, URI>> runbooks(Value value) {
    Map<Cause, URI> runbooks = new EnumMap<>(Cause.class);
    for (Map.Entry<String, Value> member : value.members().entrySet()) {
      Optional<URI> link = Readers.link(member.getValue());
      Readers.causeCoded(member.getKey(), member.getValue())
          .ifPresent(cause -> link.ifPresent(l -> runbooks.put(cause, l)));
    }
    return Optional.of(runbooks);
  }

  private JsonNode tree(String json) {
    try {
      JsonNode tree = JSON.readTree(json.startsWith(BYTE_ORDER_MARK) ? json.substring(1) : json);
      if (!tree.isMissingNode()) {
        return tree;
      }
      faults.add(new Fault("", "the file is empty; the smallest settings file is {}"));
    } catch (JsonProcessingException e) {
      faults.add(new Fault(place(e.getLocation()), "not JSON: " + reason(e)));
    }
    throw new InvalidSettingsException(faults);
  }

  /** Of some faults, such as nesting without end, Jackson does not tell the place. */
  private static String place(@Nullable JsonLocation at) {
    return at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  /**
   * Jackson's reason without its own settings and without the text it met: that may be a secret.
   */
  private static String reason(JsonProcessingException e) {
    if (e instanceof MismatchedInputException) {
      return "something follows the end of the settings";
    }
    String message = e.getOriginalMessage().lines().findFirst().orElse("");
    return message.startsWith("Unrecognized token")
        ? "a word that is neither quoted nor true, false or null"
        : message.replaceFirst(" \\((start marker|not recognized).*", "");
  }
}
