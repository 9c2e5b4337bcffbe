package io.hubtriage.lab.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.incident.Channel;
import io.hubtriage.incident.Delivery;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Incident;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.incident.Scope;
import io.hubtriage.incident.Sent;
import io.hubtriage.lab.log.MemoryConnectedDevices;
import io.hubtriage.lab.log.MemoryConnectionLog;
import io.hubtriage.lab.read.ReceivedEvent;
import io.hubtriage.lab.simulate.Fault;
import io.hubtriage.lab.simulate.Scenario;
import io.hubtriage.lab.simulate.SimulatedFleet;
import io.hubtriage.lab.simulate.StateEvent;
import io.hubtriage.lab.simulate.WideIncident;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Device;
import io.hubtriage.pipeline.Rules;
import io.hubtriage.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Log and events of simulated fleets together, through the whole pipeline. */
final class EventStoriesTest {
  @Test
  void twoDaysOfRenewalsAreNothingButDigests() {
    SimulatedFleet fleet = SimulatedFleet.of(Scenario.calm(300, 48, 3));
    assertThat(late(fleet)).as("deliveries late enough to mislead").isPositive();
    List<Notice> told = told(replay(fleet, Fleet.events(fleet)));
    assertThat(told).extracting(Notice::kind).isNotEmpty().containsOnly(NoticeKind.DIGEST);
  }

  @Test
  void outageIsToldByEventsAndNamedByTheLog() {
    Scenario scenario =
        Scenario.calm(200, 12, 7)
            .withDelayMedian(Duration.ofMinutes(9))
            .withIncidents(Map.of(WideIncident.Kind.HUB, 1));
    SimulatedFleet fleet = SimulatedFleet.of(scenario);
    Replay replay = replay(fleet, Fleet.events(fleet));
    Incident outage =
        only(replay.store().history().stream().filter(i -> i.scope() == Scope.WIDE).toList());
    assertThat(outage.cause()).isEqualTo(Cause.HUB_TRANSIENT);
    assertThat(outage.open()).isFalse();
    List<Notice> heard = about(replay, outage);
    assertThat(heard)
        .extracting(Notice::kind)
        .containsExactly(NoticeKind.OPENED, NoticeKind.UPGRADED, NoticeKind.RESOLVED);
    assertThat(((Facts.OfIncident) heard.get(0).facts()).cause()).isEqualTo(Cause.UNKNOWN);
    assertThat(heard.get(0).at())
        .isBefore(fleet.incidents().get(0).at().plus(Duration.ofMinutes(5)));
  }

  @Test
  void deadDeviceIsOneIncidentFromFirstToLast() {
    Scenario scenario = Scenario.calm(100, 24, 3).withShare(Fault.GONE, 0.01);
    SimulatedFleet fleet = SimulatedFleet.of(scenario);
    StateEvent last = lastWord(fleet);
    Replay replay = replay(fleet, Fleet.events(fleet));
    Incident incident = only(replay.store().history());
    assertThat(incident.roster().listed()).containsOnlyKeys(last.device().device());
    List<Notice> heard = about(replay, incident);
    assertThat(heard.get(0).kind()).isEqualTo(NoticeKind.OPENED);
    Duration waited = Duration.between(last.at(), heard.get(0).at());
    assertThat(waited).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
    assertThat(heard).filteredOn(n -> n.kind() == NoticeKind.OPENED).hasSize(1);
    assertThat(heard).filteredOn(n -> n.kind() == NoticeKind.RESOLVED).isEmpty();
  }

  /** Event Grid promises at least once and no order; only when an event comes may matter. */
  @Test
  void theOrderOfDeliveriesOfOneMomentDoesNotMatter() {
    SimulatedFleet fleet = SimulatedFleet.of(Scenario.mixed(60, 12, 5));
    List<ReceivedEvent> events = new ArrayList<>();
    for (ReceivedEvent event : Fleet.events(fleet)) {
      Instant slot =
          Instant.ofEpochSecond(Math.floorDiv(event.receivedAt().getEpochSecond(), 30) * 30);
      events.add(new ReceivedEvent(event.event(), slot));
    }
    List<ReceivedEvent> shuffled = new ArrayList<>(events);
    shuffled.addAll(events.subList(0, events.size() / 3));
    Collections.shuffle(shuffled, new Random(42));
    assertThat(replay(fleet, shuffled).store().rows())
        .isEqualTo(replay(fleet, events).store().rows());
  }

  private static long late(SimulatedFleet fleet) {
    return fleet.events().stream()
        .filter(e -> e.kind() == StateEvent.Kind.CONNECTED)
        .filter(e -> Duration.between(e.at(), e.receivedAt()).toSeconds() > 300)
        .count();
  }

  private static StateEvent lastWord(SimulatedFleet fleet) {
    Device dead =
        only(
            fleet.devices().stream()
                .filter(d -> d.faults().contains(Fault.GONE))
                .map(d -> d.device())
                .toList());
    List<StateEvent> its =
        fleet.events().stream().filter(e -> e.device().device().equals(dead)).toList();
    StateEvent last = its.get(its.size() - 1);
    assertThat(last.kind()).isEqualTo(StateEvent.Kind.DISCONNECTED);
    return last;
  }

  private static Replay replay(SimulatedFleet fleet, List<ReceivedEvent> events) {
    MemoryConnectionLog.Builder log = MemoryConnectionLog.builder();
    fleet.rows().forEach(log::add);
    MemoryConnectedDevices metric = new MemoryConnectedDevices();
    fleet.counts().forEach((hub, samples) -> samples.forEach(s -> metric.add(hub, s)));
    Rules rules = Rules.of(Settings.DEFAULT);
    Map<String, Channel> channels = Map.of("teams", new Deaf("teams"), "email", new Deaf("email"));
    Replay replay =
        new Replay(
            log.build(),
            metric,
            events,
            rules,
            Delivery.to(channels, rules.budgets(), rules.fallbacks()));
    replay.run(share -> {});
    return replay;
  }

  private static List<Notice> told(Replay replay) {
    return replay.store().rows().stream().map(OutboxRow::notice).distinct().toList();
  }

  private static List<Notice> about(Replay replay, Incident incident) {
    return told(replay).stream()
        .filter(
            n -> n.facts() instanceof Facts.OfIncident f && f.incidentId().equals(incident.id()))
        .toList();
  }

  private static <T> T only(List<T> one) {
    assertThat(one).hasSize(1);
    return one.get(0);
  }

  /** Takes everything. */
  private record Deaf(String name) implements Channel {
    @Override
    public Sent send(Notice notice) {
      return new Sent.Accepted("");
    }
  }
}
