package io.hubtriage.notify;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Hub;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who reads a channel, as far as wording and links depend on it.
 *
 * @param channel the channel's name in the settings
 * @param locale {@link Locale#ENGLISH} or {@link Locale#JAPANESE}, regions allowed
 * @param zone shown beside UTC
 * @param runbooks the operator's own instructions by cause, absolute http(s) addresses of at most
 *     {@link #MAX_LINK} characters; may be empty
 * @param workspaces ARM resource id of the Log Analytics workspace by hub resource id (any case);
 *     hubs may be absent, their notices then have no query link
 */
public record Audience(
    String channel,
    Locale locale,
    ZoneId zone,
    Map<Cause, URI> runbooks,
    Map<String, String> workspaces) {
  /** Longest link a notice carries, in characters; mail programs and browsers cut longer ones. */
  public static final int MAX_LINK = 2_000;

  private static final List<String> LANGUAGES = List.of("en", "ja");

  /**
   * Copies the maps.
   *
   * @throws IllegalArgumentException if the language is not en or ja, or a runbook's address is not
   *     absolute http(s) or too long
   */
  public Audience {
    if (!LANGUAGES.contains(locale.getLanguage())) {
      throw new IllegalArgumentException(
          "channel " + channel + ": no texts in language " + locale + "; use one of " + LANGUAGES);
    }
    runbooks.forEach((cause, uri) -> check(channel, cause.code(), uri));
    runbooks = Map.copyOf(runbooks);
    workspaces =
        workspaces.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    e -> e.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
  }

  /** The workspace that holds the hub's log, if known. */
  public Optional<String> workspace(Hub hub) {
    return Optional.ofNullable(workspaces.get(hub.resourceId()));
  }

  private static void check(String channel, String code, URI uri) {
    boolean web =
        "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
    if (!web || uri.getHost() == null || uri.toASCIIString().length() > MAX_LINK) {
      throw new IllegalArgumentException(
          "channel "
              + channel
              + ": the runbook of "
              + code
              + " is not an absolute http(s) address"
              + " of at most "
              + MAX_LINK
              + " characters");
    }
  }
}
