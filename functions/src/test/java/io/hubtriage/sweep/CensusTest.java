package io.hubtriage.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.incident.Looks;
import io.hubtriage.model.Assessment;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Condition;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Population;
import io.hubtriage.model.Trait;
import io.hubtriage.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The log is asked when there is something to ask, and not more often. */
final class CensusTest {
  private static final Instant NOON = Looks.at("12:00");
  private static final List<CountSample> METRIC =
      List.of(
          new CountSample(NOON.minusSeconds(120), 390, 385, 399.2),
          new CountSample(NOON.minusSeconds(60), 300, 290, 310));

  private final List<String> asked = new ArrayList<>();
  private boolean down;

  @Test
  void whatDevicesInTroubleShareIsAskedFor() {
    Population population = census(NOON).of(Looks.HUB, Population.EMPTY, crashing(5), METRIC);
    assertThat(population.asOf()).isEqualTo(NOON);
    assertThat(population.connected()).isEqualTo(400);
    assertThat(population.tells(Trait.of(Looks.CLIENT, "10.0.0.xxx"))).isTrue();
    assertThat(asked).hasSize(1);
  }

  @Test
  void aCalmHubIsNotAskedAboutAndNothingIsKeptOfIt() {
    Population known = new Population(NOON.minusSeconds(60), 400, Map.of());
    assertThat(census(NOON).of(Looks.HUB, known, crashing(0), METRIC)).isEqualTo(Population.EMPTY);
    assertThat(census(NOON).of(Looks.HUB, known, crashing(4), METRIC)).isEqualTo(Population.EMPTY);
    assertThat(asked).isEmpty();
  }

  @Test
  void withoutTheMetricNobodyKnowsWhoIsNotSeen() {
    assertThat(census(NOON).of(Looks.HUB, Population.EMPTY, crashing(40), List.of()))
        .isEqualTo(Population.EMPTY);
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"59, 0", "60, 1"})
  void anHourLaterItIsAskedAgain(int minutes, int times) {
    Population known = census(NOON).of(Looks.HUB, Population.EMPTY, crashing(9), METRIC);
    asked.clear();
    Instant later = NOON.plus(Duration.ofMinutes(minutes));
    Population then = census(later).of(Looks.HUB, known, crashing(9), METRIC);
    assertThat(asked).hasSize(times);
    assertThat(then.asOf()).isEqualTo(times == 0 ? NOON : later);
  }

  @Test
  void aNewTraitIsAskedForAtOnce() {
    Map<Trait, Long> other = Map.of(new Trait(Trait.Kind.SDK, "other"), 7L);
    Population known = new Population(NOON.minusSeconds(60), 400, other);
    census(NOON).of(Looks.HUB, known, crashing(9), METRIC);
    assertThat(asked).hasSize(1);
  }

  @Test
  void aLogThatDoesNotAnswerIsAskedOnceAndHoldsNothingUp() {
    down = true;
    Map<Trait, Long> other = Map.of(new Trait(Trait.Kind.SDK, "other"), 7L);
    Population known = new Population(NOON.minusSeconds(60), 400, other);
    Census census = census(NOON);
    assertThat(census.of(Looks.HUB, known, crashing(9), METRIC)).isEqualTo(known);
    assertThat(census.of(Looks.HUB, known, crashing(9), METRIC)).isEqualTo(known);
    assertThat(census.unanswered()).contains("no answer");
    assertThat(asked).hasSize(1);
  }

  private Census census(Instant now) {
    return new Census(new Counting(), SweepPlan.DEFAULT, now);
  }

  private static Assessment crashing(int devices) {
    List<Condition> conditions =
        Looks.many(devices, Cause.CRASH_LOOP, Impact.FLAPPING, NOON.minusSeconds(600));
    return Looks.look(NOON, List.of(), conditions, List.of());
  }

  /** Knows ten devices of everything. */
  private final class Counting implements ConnectionLog {
    @Override
    public List<ActivityCount> activity(Window time, Instant asOf) {
      return List.of();
    }

    @Override
    public List<SessionCount> sessions(Window time, Duration lookBack, Instant asOf) {
      return List.of();
    }

    @Override
    public TimelineAnswer timelines(TimelineQuestion question) {
      return new TimelineAnswer(List.of(), Map.of());
    }

    @Override
    public Map<Trait, Long> population(Hub hub, Set<Trait> traits, Window time, Instant asOf) {
      asked.add(hub + " " + time);
      if (down) {
        throw new ConnectionLogUnavailableException("no answer");
      }
      Map<Trait, Long> counts = new TreeMap<>();
      traits.forEach(trait -> counts.put(trait, 10L));
      return counts;
    }
  }
}
