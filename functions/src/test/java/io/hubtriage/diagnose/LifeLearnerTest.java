package io.hubtriage.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hubtriage.diagnose.SessionHistogram.Bin;
import io.hubtriage.model.Band;
import io.hubtriage.model.Cohort;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class LifeLearnerTest {
  private static final Cohort COHORT = new Cohort("custom", "sas", "Mqtt");

  /**
   * Renewal as documented: the life itself, or a token's life and the hub's 5 to 10 min of grace.
   */
  static Stream<Arguments> lives() {
    return Stream.of(
        argumentSet("Node, 45 min", 45, 0.5),
        argumentSet("C, 48 min", 48, 0.5),
        argumentSet("Python, 58 min", 58, 0.5),
        argumentSet(".NET and Java, 60 min", 65, 5),
        argumentSet("5 min", 10, 5),
        argumentSet("20 min", 25, 5),
        argumentSet("30 min", 35, 5),
        argumentSet("2 h", 125, 5),
        argumentSet("4 h", 245, 5),
        argumentSet("8 h", 485, 5));
  }

  @ParameterizedTest
  @MethodSource("lives")
  void findsTheLifeAndNothingElse(int minutes, double jitter) {
    Sessions seen = new Sessions();
    for (int device = 0; device < 12; device++) {
      for (int session = 0; session < 6; session++) {
        seen.renewal(device, minutes + 0.05 + seen.random.nextDouble() * (jitter - 0.1));
      }
    }
    assertThat(seen.learned()).hasSize(1);
    Lives.Learned life = seen.learned().get(0);
    assertThat(life.sessions()).isEqualTo(72);
    assertThat(life.band().from()).isBetween(minutes(minutes - 1.5), minutes(minutes));
    assertThat(life.band().to())
        .isBetween(minutes(minutes + jitter), minutes(minutes + jitter + 2.5));
  }

  @Test
  void findsALifeUnderLossesThatRestartTheToken() {
    Sessions seen = new Sessions();
    for (int i = 0; i < 300; i++) {
      seen.loss(i, 1 + seen.random.nextDouble() * 180);
    }
    for (int i = 0; i < 120; i++) {
      seen.renewal(i, 65 + seen.random.nextDouble() * 5);
    }
    assertThat(seen.learned()).hasSize(1);
    assertThat(seen.learned().get(0).band().contains(minutes(67).toMillis())).isTrue();
  }

  @Test
  void findsTwoLivesOfOneCohort() {
    Sessions seen = new Sessions();
    for (int i = 0; i < 40; i++) {
      seen.renewal(i, 65 + seen.random.nextDouble() * 5);
      seen.renewal(i + 40, 25 + seen.random.nextDouble() * 5);
    }
    assertThat(seen.learned()).hasSize(2);
    assertThat(seen.learned()).anyMatch(l -> l.band().contains(minutes(27).toMillis()));
    assertThat(seen.learned()).anyMatch(l -> l.band().contains(minutes(67).toMillis()));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 2, false",
    "3, 2, true",
    "1, 6, false",
    "1, 60, false",
    "5, 1, false",
    "6, 1, true"
  })
  void twoFullSessionsOfSeveralDevicesTeach(int devices, int sessions, boolean learned) {
    Sessions seen = new Sessions();
    for (int device = 0; device < devices; device++) {
      for (int session = 0; session < sessions; session++) {
        seen.renewal(device, 58.2);
      }
    }
    assertThat(seen.learned()).hasSize(learned ? 1 : 0);
  }

  @Test
  void aKeepAliveLoopTeachesNothing() {
    Sessions seen = new Sessions();
    for (int i = 0; i < 400; i++) {
      seen.loss(i % 9, 7.5);
    }
    assertThat(seen.learned()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"19, false", "20, true"})
  void aFifthMustEndAsOnlyRenewalsDo(int renewals, boolean learned) {
    Sessions seen = new Sessions();
    for (int i = 0; i < 100; i++) {
      if (i < renewals) {
        seen.renewal(i, 58.2);
      } else {
        seen.loss(i, 58.2);
      }
    }
    assertThat(seen.learned()).hasSize(learned ? 1 : 0);
  }

  @Test
  void aCrashLoopTeachesNothing() {
    Sessions seen = new Sessions();
    for (int i = 0; i < 500; i++) {
      seen.renewal(i % 7, -Math.log(1 - seen.random.nextDouble()) * 0.8 % 2.99);
    }
    assertThat(seen.learned()).isEmpty();
  }

  @Test
  void evenlySpreadSessionsTeachNothing() {
    Sessions seen = new Sessions();
    for (int i = 0; i < 2000; i++) {
      seen.renewal(i, 3 + seen.random.nextDouble() * 600);
    }
    assertThat(seen.learned()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"x509Certificate, Mqtt", "sas, Amqp", "sas, AmqpWs"})
  void whereNoTokenCanCutALifeIsNotLookedFor(String auth, String protocol) {
    Sessions seen = new Sessions();
    for (int i = 0; i < 60; i++) {
      seen.renewal(i, 58.2);
    }
    Cohort other = new Cohort("custom", auth, protocol);
    Map<Integer, Bin> bins = seen.histogram().cohorts().getOrDefault(COHORT, Map.of());
    assertThat(LifeLearner.learn(new SessionHistogram(Map.of(other, bins))).learned()).isEmpty();
  }

  @Test
  void theDocumentedLifeIsExplainedBesideALearnedOne() {
    Cohort dotnet = new Cohort(".NET", "sas", "Mqtt");
    Band twoHours = new Band(minutes(125), minutes(131));
    Lives lives = new Lives(Map.of(dotnet, List.of(new Lives.Learned(twoHours, 50))));
    assertThat(lives.bands(List.of(dotnet)).get(dotnet))
        .containsExactly(twoHours, DocumentedLives.of(dotnet).orElseThrow());
    Band near = new Band(minutes(65), minutes(70));
    Lives same = new Lives(Map.of(dotnet, List.of(new Lives.Learned(near, 50))));
    assertThat(same.bands(List.of(dotnet)).get(dotnet)).containsExactly(near);
  }

  private static Duration minutes(double minutes) {
    return Duration.ofMillis(Math.round(minutes * 60_000));
  }

  /** Sessions one by one, counted as the log's second question counts them. */
  private static final class Sessions {
    private final Random random = new Random(7);
    private final Map<Integer, Set<Integer>> devices = new TreeMap<>();
    private final Map<Integer, Bin> bins = new TreeMap<>();

    void renewal(int device, double minutes) {
      add(device, minutes, 1);
    }

    void loss(int device, double minutes) {
      add(device, minutes, 0);
    }

    private void add(int device, double minutes, long renewing) {
      int bin = (int) minutes;
      devices.computeIfAbsent(bin, b -> new HashSet<>()).add(device);
      Bin old = bins.getOrDefault(bin, new Bin(0, 0, 0));
      bins.put(
          bin,
          new Bin(
              old.sessions() + 1,
              devices.getOrDefault(bin, Set.of()).size(),
              old.renewing() + renewing));
    }

    SessionHistogram histogram() {
      return new SessionHistogram(Map.of(COHORT, bins));
    }

    List<Lives.Learned> learned() {
      return LifeLearner.learn(histogram()).learned().getOrDefault(COHORT, List.of());
    }
  }
}
