package io.hubtriage.azure.loganalytics;

import io.hubtriage.model.Hub;
import io.hubtriage.model.Timeline;
import io.hubtriage.model.Trait;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectionLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Several workspaces as one log. Each answers for the hubs that are assigned to it and for no
 * other: a hub may send its log to two workspaces, and counts once. If one does not answer, there
 * is no answer, since half of one would read as calm.
 */
public final class Workspaces implements ConnectionLog {
  private final List<Source> sources;

  /**
   * A workspace and its hubs.
   *
   * @param hubs whose rows are taken from it
   */
  public record Source(ConnectionLog log, Set<Hub> hubs) {
    /** Copies the set. */
    public Source {
      hubs = Set.copyOf(hubs);
    }
  }

  /**
   * Asks these, one after the other.
   *
   * @throws IllegalArgumentException if a hub is assigned to two of them
   */
  public Workspaces(List<Source> sources) {
    this.sources = List.copyOf(sources);
    Map<Hub, Source> seen = new HashMap<>();
    for (Source source : sources) {
      for (Hub hub : source.hubs()) {
        if (seen.put(hub, source) != null) {
          throw new IllegalArgumentException(
              "the log of " + hub.resourceId() + " is assigned to two workspaces");
        }
      }
    }
  }

  @Override
  public List<ActivityCount> activity(Window time, Instant asOf) {
    return join(log -> log.activity(time, asOf), ActivityCount::hub);
  }

  @Override
  public List<SessionCount> sessions(Window time, Duration lookBack, Instant asOf) {
    return join(log -> log.sessions(time, lookBack, asOf), SessionCount::hub);
  }

  @Override
  public TimelineAnswer timelines(TimelineQuestion question) {
    List<Timeline> timelines = new ArrayList<>();
    Map<Hub, Integer> unexplained = new HashMap<>();
    for (Source source : sources) {
      TimelineAnswer answer = source.log().timelines(part(question, source.hubs()));
      answer.timelines().stream()
          .filter(timeline -> source.hubs().contains(timeline.hub()))
          .forEach(timelines::add);
      unexplained.putAll(only(source.hubs(), answer.unexplained()));
    }
    return new TimelineAnswer(timelines, unexplained);
  }

  /** Of a hub that is assigned to none, nothing is known. */
  @Override
  public Map<Trait, Long> population(Hub hub, Set<Trait> traits, Window time, Instant asOf) {
    return sources.stream()
        .filter(source -> source.hubs().contains(hub))
        .findFirst()
        .map(source -> source.log().population(hub, traits, time, asOf))
        .orElse(Map.of());
  }

  private static TimelineQuestion part(TimelineQuestion question, Set<Hub> hubs) {
    return new TimelineQuestion(
        question.ingested(),
        question.lookBack(),
        only(hubs, question.bands()),
        only(hubs, question.watched()),
        question.settle(),
        question.limit(),
        question.sample());
  }

  private static <V> Map<Hub, V> only(Set<Hub> hubs, Map<Hub, V> all) {
    Map<Hub, V> part = new HashMap<>(all);
    part.keySet().retainAll(hubs);
    return part;
  }

  private <T> List<T> join(Function<ConnectionLog, List<T>> question, Function<T, Hub> hub) {
    return sources.stream()
        .flatMap(source -> ofItsHubs(question.apply(source.log()), source.hubs(), hub))
        .toList();
  }

  private static <T> Stream<T> ofItsHubs(List<T> answer, Set<Hub> hubs, Function<T, Hub> hub) {
    return answer.stream().filter(part -> hubs.contains(hub.apply(part)));
  }
}
