package io.hubtriage.azure.loganalytics;

import io.hubtriage.model.Band;
import io.hubtriage.model.Cohort;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Trait;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectionLog.TimelineQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the tests ask, and the queries that come of it. */
final class Samples {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final Instant AS_OF = NOON.plus(Duration.ofMinutes(5));
  static final Hub HUB =
      new Hub("/subscriptions/s/resourceGroups/g/providers/Microsoft.Devices/IotHubs/Plant-7");
  static final Cohort COHORT = new Cohort(".NET", "sas", "Mqtt");
  static final Set<Trait> TRAITS =
      Set.of(
          new Trait(Trait.Kind.VERSION, ".NET/1.42.0"),
          new Trait(Trait.Kind.NETWORK, "10.0.0.XXX"));

  private Samples() {}

  static TimelineQuestion question(Map<Cohort, List<Band>> bands, Set<Device> watched) {
    return new TimelineQuestion(
        new Window(NOON, AS_OF),
        Duration.ofHours(26),
        Map.of(HUB, bands),
        Map.of(HUB, watched),
        Duration.ofMinutes(20),
        5_000,
        2_000);
  }

  static TimelineQuestion question() {
    return question(
        Map.of(COHORT, List.of(new Band(Duration.ofMinutes(64), Duration.ofMinutes(71)))),
        Set.of(Device.of("pump-1")));
  }

  static String query(Question question) {
    return question.kql(
        switch (question) {
          case ACTIVITY -> LogAnalytics.activityParameters(new Window(NOON, AS_OF), AS_OF);
          case SESSIONS ->
              LogAnalytics.sessionParameters(new Window(NOON, AS_OF), Duration.ofHours(26), AS_OF);
          case TIMELINES -> LogAnalytics.timelineParameters(question());
          case POPULATION ->
              LogAnalytics.populationParameters(HUB, TRAITS, new Window(NOON, AS_OF), AS_OF);
        });
  }
}
