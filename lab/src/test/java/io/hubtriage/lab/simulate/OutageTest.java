package io.hubtriage.lab.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.lab.simulate.WideIncident.Kind;
import io.hubtriage.model.Cause;
import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Device;
import io.hubtriage.model.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OutageTest {
  private static final Scenario ONE_OUTAGE =
      Scenario.calm(500, 12, 21).withIncidents(Map.of(Kind.HUB, 1));

  @Test
  void aHubOutageDipsTheMetricAndItRecovers() {
    SimulatedFleet fleet = SimulatedFleet.of(ONE_OUTAGE);
    WideIncident outage = fleet.incidents().get(0);
    List<CountSample> samples = fleet.counts(outage.hub());

    double before = average(samples, outage.at().minusSeconds(1800), outage.at());
    double lowest =
        samples.stream()
            .filter(s -> between(s.minute(), outage.at(), outage.at().plus(outage.down())))
            .mapToDouble(CountSample::minimum)
            .min()
            .orElseThrow();
    Instant over = outage.at().plus(outage.down()).plusSeconds(300);
    assertThat(lowest).isLessThan(before * (1 - outage.share() * 0.8));
    assertThat(average(samples, over, over.plusSeconds(1800))).isGreaterThan(before * 0.97);
  }

  @Test
  void refusedReconnectsNameServerErrorsWithAndWithoutCode() {
    SimulatedFleet fleet = SimulatedFleet.of(ONE_OUTAGE);

    assertThat(fleet.truth())
        .filteredOn(t -> t.cause() == Cause.HUB_TRANSIENT)
        .extracting(TruthLine::code)
        .contains("500001", "500008", "ServiceUnavailable", "InternalServerError", "404104");
    assertThat(fleet.rows())
        .filteredOn(r -> r.signal() == Signal.SERVICE_UNAVAILABLE)
        .isNotEmpty()
        .allSatisfy(r -> assertThat(r.code()).isEmpty());
  }

  @Test
  void renewalsEchoOneLifeAfterTheMassReconnect() {
    SimulatedFleet fleet = SimulatedFleet.of(ONE_OUTAGE);
    WideIncident outage = fleet.incidents().get(0);
    Instant over = outage.at().plus(outage.down());

    long quiet = renewals(fleet, outage.at().minus(30, ChronoUnit.MINUTES), outage.at());
    long echo =
        renewals(fleet, over.plus(40, ChronoUnit.MINUTES), over.plus(70, ChronoUnit.MINUTES));
    assertThat(echo).isGreaterThan(quiet * 5 / 4);
  }

  @Test
  void theHubAdmitsOnlySoManyConnectsPerSecond() {
    SimulatedFleet fleet = SimulatedFleet.of(ONE_OUTAGE.withConnectsPerSecond(2));

    Map<Instant, Long> perSecond =
        fleet.rows().stream()
            .filter(Rows::isConnect)
            .collect(
                Collectors.groupingBy(
                    r -> r.time().truncatedTo(ChronoUnit.SECONDS), Collectors.counting()));
    assertThat(perSecond.values()).allSatisfy(n -> assertThat(n).isLessThanOrEqualTo(2));
    assertThat(perSecond.values()).contains(2L);
  }

  @Test
  void aSiteOutageStaysOnOneNetworkAndWithinTheSilenceLimit() {
    SimulatedFleet fleet =
        SimulatedFleet.of(Scenario.calm(500, 12, 8).withIncidents(Map.of(Kind.SITE, 1)));
    WideIncident outage = fleet.incidents().get(0);

    List<TruthLine> hit =
        fleet.truth().stream().filter(t -> t.cause() == Cause.SITE_OUTAGE).toList();
    assertThat(hit)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            t ->
                assertThat(Duration.between(outage.at(), t.time()))
                    .isBetween(Duration.ZERO, outage.spread().plusSeconds(1)));
    assertThat(
            fleet.rows().stream()
                .filter(r -> hit.stream().anyMatch(t -> isRowOf(t, r)))
                .map(ConnectionRow::network)
                .distinct())
        .hasSize(1);
  }

  private static boolean isRowOf(TruthLine line, ConnectionRow row) {
    return row.device().equals(line.device())
        && row.time().equals(line.time().truncatedTo(ChronoUnit.MILLIS));
  }

  /** Devices with hourly tokens that renew in a span. */
  private static long renewals(SimulatedFleet fleet, Instant from, Instant to) {
    Set<Device> hourly =
        fleet.devices().stream()
            .filter(d -> d.life().equals(Duration.ofHours(1)))
            .map(SimulatedDevice::device)
            .collect(Collectors.toSet());
    return fleet.truth().stream()
        .filter(t -> t.cause() == Cause.SAS_TOKEN_RENEWAL && between(t.time(), from, to))
        .map(TruthLine::device)
        .filter(hourly::contains)
        .distinct()
        .count();
  }

  private static double average(List<CountSample> samples, Instant from, Instant to) {
    return samples.stream()
        .filter(s -> between(s.minute(), from, to))
        .mapToDouble(CountSample::average)
        .average()
        .orElseThrow();
  }

  private static boolean between(Instant at, Instant from, Instant to) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}
