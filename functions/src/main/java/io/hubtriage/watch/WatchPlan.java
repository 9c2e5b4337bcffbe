package io.hubtriage.watch;

import io.hubtriage.incident.Blindness;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What to watch, and who hears of it.
 *
 * @param hubs those that are looked at
 * @param logged those of them whose log is read
 * @param logEvery how often the log is looked at
 * @param eventsEvery how often the events are
 * @param settle how late a row may come and still be waited for
 * @param channels names of all channels
 * @param fallbacks the channel that tells what another one rejected, by the other one's name
 * @param hearers who hears of what is wrong with a hub
 */
public record WatchPlan(
    Set<Hub> hubs,
    Set<Hub> logged,
    Duration logEvery,
    Duration eventsEvery,
    Duration settle,
    Set<String> channels,
    Map<String, String> fallbacks,
    Hearers hearers) {
  /** So many intervals without a sweep that succeeded, and it counts as blind. */
  public static final int MISSED = 3;

  /** Who hears of a trouble that has no cause and no device. */
  @FunctionalInterface
  public interface Hearers {
    /** Names of channels, each once; empty while nobody may be told. */
    List<String> of(Hub hub, Severity severity, Instant now);
  }

  /** Copies and sorts. */
  public WatchPlan {
    hubs = java.util.Collections.unmodifiableSet(new TreeSet<>(hubs));
    logged = java.util.Collections.unmodifiableSet(new TreeSet<>(logged));
    channels = Set.copyOf(channels);
    fallbacks = Map.copyOf(fallbacks);
  }

  /** Whoever hears of the hub; of a channel that takes nothing, its fallback. */
  List<String> hearers(Hub hub, Sight sight, Instant now) {
    List<String> all = hearers.of(hub, sight.kind().severity(), now);
    if (sight.kind() != Blindness.CHANNEL_REJECTS || all.isEmpty()) {
      return all;
    }
    String fallback = fallbacks.get(sight.subject());
    return fallback == null ? List.of() : List.of(fallback);
  }
}
