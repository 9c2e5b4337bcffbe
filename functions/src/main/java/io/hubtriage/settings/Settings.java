package io.hubtriage.settings;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Severity;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything {@code hubtriage.json} says, checked.
 *
 * @param hubs the hubs that are watched; empty for every hub that turns up
 * @param channels at least one, names unique, in the file's order
 * @param routes in the order they are asked
 * @param defaultChannels who hears of what no route takes; at least one
 * @param fallbackChannel who hears of a notice its own channel rejected
 * @param runbooks the operator's own instructions, per cause
 */
public record Settings(
    List<HubSettings> hubs,
    List<ChannelSettings> channels,
    List<Route> routes,
    List<String> defaultChannels,
    Optional<String> fallbackChannel,
    List<MuteWindow> muteWindows,
    List<Silence> silences,
    Thresholds thresholds,
    Sweeps sweeps,
    Digest digest,
    Map<Cause, URI> runbooks) {
  private static final ZoneId UTC = ZoneId.of("UTC");

  /**
   * The channels where no file names any: one {@code teams} and one {@code email}, English, UTC.
   * The mail stays on this machine, because nobody's address is known.
   */
  static final List<ChannelSettings> DEFAULT_CHANNELS =
      List.of(
          new ChannelSettings.Teams(
              "teams", Locale.ENGLISH, UTC, new SettingName("TEAMS_WEBHOOK_URL")),
          new ChannelSettings.Email(
              "email",
              Locale.ENGLISH,
              UTC,
              "hubtriage@localhost",
              List.of("operators@localhost"),
              new Smtp("localhost", 25, Smtp.Security.NONE, Optional.empty(), Optional.empty())));

  /** What holds without a file: every hub, the default channels hear everything. */
  public static final Settings DEFAULT = parse("{}");

  /** Copies the collections. */
  public Settings {
    hubs = List.copyOf(hubs);
    channels = List.copyOf(channels);
    routes = List.copyOf(routes);
    defaultChannels = List.copyOf(defaultChannels);
    muteWindows = List.copyOf(muteWindows);
    silences = List.copyOf(silences);
    runbooks = Map.copyOf(runbooks);
  }

  /**
   * Reads the text of a settings file.
   *
   * @throws InvalidSettingsException with every fault, if there is one
   */
  public static Settings parse(String json) {
    return new SettingsParser().parse(json);
  }

  /** Whether the hub is to be looked at. */
  public boolean watches(Hub hub) {
    return hubs.isEmpty() || hub(hub).isPresent();
  }

  /** What the file says of a hub, which may be known by its name only. */
  public Optional<HubSettings> hub(Hub hub) {
    return hubs.stream().filter(h -> h.hub().name().equals(hub.name())).findFirst();
  }

  /** The tags of a hub; none if the file does not list it. */
  public Set<String> tags(Hub hub) {
    return hub(hub).map(HubSettings::tags).orElse(Set.of());
  }

  /** The channel with this name, if there is one. */
  public Optional<ChannelSettings> channel(String name) {
    return channels.stream().filter(c -> c.name().equals(name)).findFirst();
  }

  /**
   * Who is told of an incident: the channels of the first route that matches and, as long as a
   * route says {@code continue}, of the next ones that match; the default channels if none does.
   *
   * @return names of channels, each once, never empty
   */
  public List<String> route(Hub hub, Cause cause, Severity severity) {
    return route(match -> match.matches(hub, tags(hub), cause, severity));
  }

  /** Who is told of what has no cause: as above, without the routes that ask for causes. */
  public List<String> route(Hub hub, Severity severity) {
    return route(match -> match.matches(hub, tags(hub), severity));
  }

  private List<String> route(Predicate<Matcher> meant) {
    Set<String> told = new LinkedHashSet<>();
    for (Route route : routes) {
      if (meant.test(route.match())) {
        told.addAll(route.channels());
        if (route.then() == Route.Then.STOP) {
          break;
        }
      }
    }
    return told.isEmpty() ? defaultChannels : List.copyOf(told);
  }

  /**
   * Who hears of a notice that a channel rejected for good: the fallback channel or, where none is
   * named or it is the one that rejected, the first other channel. Empty if there is no other.
   */
  public Optional<String> fallbackFor(String rejecting) {
    return Stream.concat(fallbackChannel.stream(), channels.stream().map(ChannelSettings::name))
        .filter(name -> !name.equals(rejecting))
        .findFirst();
  }

  /** Why an incident is not told at this instant: the mute window or silence; empty if it is. */
  public Optional<String> muted(Hub hub, Cause cause, Severity severity, Instant at) {
    return muted(at, match -> match.matches(hub, tags(hub), cause, severity));
  }

  /** Why what has no cause is not told at this instant; who mutes causes does not mean it. */
  public Optional<String> muted(Hub hub, Severity severity, Instant at) {
    return muted(at, match -> match.matches(hub, tags(hub), severity));
  }

  private Optional<String> muted(Instant at, Predicate<Matcher> meant) {
    return Stream.concat(
            muteWindows.stream()
                .filter(m -> m.schedule().contains(at))
                .filter(m -> meant.test(m.match()))
                .map(m -> "mute window: " + m.name()),
            silences.stream()
                .filter(s -> at.isBefore(s.until()))
                .filter(s -> meant.test(s.match()))
                .map(s -> "silence until " + s.until() + ": " + s.reason()))
        .findFirst();
  }

  /**
   * The app settings that channels need and that are not there.
   *
   * @param environment answers null for what is not set, as {@link System#getenv(String)} does
   */
  public List<Fault> missingSecrets(Function<String, @Nullable String> environment) {
    List<Fault> missing = new ArrayList<>();
    for (ChannelSettings channel : channels) {
      for (ChannelSettings.NamedSetting secret : channel.secrets()) {
        if (secret.setting().secret(environment).isEmpty()) {
          missing.add(
              new Fault(
                  "channels." + channel.name() + "." + secret.key(),
                  "the app setting "
                      + secret.setting()
                      + " is not set, or its Key Vault reference"
                      + " cannot be resolved"));
        }
      }
    }
    return missing;
  }
}
