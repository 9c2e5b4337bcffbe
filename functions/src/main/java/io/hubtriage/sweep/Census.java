package io.hubtriage.sweep;

import io.hubtriage.incident.Shares;
import io.hubtriage.model.Assessment;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Condition;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Outage;
import io.hubtriage.model.Population;
import io.hubtriage.model.Trait;
import io.hubtriage.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds out how common the traits are that devices in trouble share. The log is asked only about
 * those, and only if it was not asked within the hour: on a calm hub never.
 */
final class Census {
  /** The devices of a hub change little in an hour. */
  private static final Duration FRESH = Duration.ofHours(1);

  private final ConnectionLog log;
  private final SweepPlan plan;
  private final Instant now;
  private Optional<String> unanswered = Optional.empty();

  /** For one sweep. */
  Census(ConnectionLog log, SweepPlan plan, Instant now) {
    this.log = log;
    this.plan = plan;
    this.now = now;
  }

  /**
   * The population of a hub, as far as its troubles need it; {@link Population#EMPTY} if they do
   * not. A log that does not answer is not asked again in this sweep: what is known stands.
   *
   * @param known what the sweep before knew
   * @param metric the hub's connectedDeviceCount, lately; without it nobody can tell how many
   *     devices the log does not show, and it is not asked
   */
  Population of(Hub hub, Population known, Assessment assessment, List<CountSample> metric) {
    Set<Trait> shared = shared(assessment);
    double most = metric.stream().mapToDouble(CountSample::maximum).max().orElse(0);
    if (shared.isEmpty() || most <= 0) {
      return Population.EMPTY;
    }
    boolean fresh = known.tells(shared) && known.asOf().plus(FRESH).isAfter(now);
    return fresh || unanswered.isPresent() ? known : asked(hub, known, shared, most);
  }

  /** Why the log did not answer; empty if it did, or was not asked. */
  Optional<String> unanswered() {
    return unanswered;
  }

  private Population asked(Hub hub, Population known, Set<Trait> shared, double most) {
    try {
      Window time = new Window(now.minus(plan.lookBack()), now);
      return new Population(now, (long) Math.ceil(most), log.population(hub, shared, time, now));
    } catch (ConnectionLogUnavailableException e) {
      // The incidents must be told all the same.
      unanswered = Optional.of(String.valueOf(e.getMessage()));
      return known;
    }
  }

  /**
   * What most devices have of those that belong in one incident. Incidents themselves do not count:
   * a sweep that is repeated would find them changed, and ask for something else.
   */
  private static Set<Trait> shared(Assessment assessment) {
    Map<Cause, List<Condition>> causes = new TreeMap<>();
    for (Condition c : assessment.conditions()) {
      if (c.impact() != Impact.RECOVERED) {
        causes.computeIfAbsent(c.cause(), cause -> new ArrayList<>()).add(c);
      }
    }
    Set<Trait> shared = new TreeSet<>();
    causes.values().forEach(group -> shared.addAll(Shares.ofConditions(group).common()));
    for (Outage outage : assessment.outages()) {
      if (!outage.over()) {
        shared.addAll(Shares.ofConditions(outage.devices()).common());
      }
    }
    return shared;
  }
}
