package io.hubtriage.lab.baseline;

import io.hubtriage.diagnose.DocumentedLives;
import io.hubtriage.model.Cause;
import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a careful operator writes as alert rules: the code table, and fixed numbers where a code
 * says too little.
 *
 * <p>A connect within a minute, or a session as long as the SDK's documented default, is a renewal
 * (learn.microsoft.com/azure/iot-hub/iot-hub-troubleshoot-connectivity); a session of 1.5
 * documented keep-alives is a timeout (.../azure/iot/iot-mqtt-connect-to-iot-hub); four changes of
 * state within 20 checks are flapping (Kibana's default); three refusals without a connect are an
 * authentication failure; a tenth of the hub's devices gone within 5 minutes is the hub, five
 * devices of one network, with few others, a site.
 */
public final class FixedThresholds implements Baseline {
  private static final Duration RENEWED = Duration.ofMinutes(1);
  private static final Duration CHECKS = Duration.ofMinutes(20);
  private static final int FLAPPING_CHANGES = 4;
  private static final Duration KEEP_ALIVE_SPREAD = Duration.ofSeconds(5);
  private static final int REFUSALS = 3;
  private static final Duration CROWD = Duration.ofMinutes(5);
  private static final double HUB_SHARE = 0.1;
  private static final int SITE_DEVICES = 5;
  private static final double SITE_SHARE = 0.8;

  /** 1.5 times the documented keep-alives: Python, Node, Java, C, .NET. */
  private static final Set<Duration> TIMEOUTS =
      Set.of(
          Duration.ofSeconds(90),
          Duration.ofSeconds(270),
          Duration.ofSeconds(345),
          Duration.ofSeconds(360),
          Duration.ofSeconds(450));

  private final CodeTable codes = new CodeTable();
  private final Kept<Bin, Collection<ConnectionRow>> gone = new Kept<>();

  /** Five minutes of a hub. */
  private record Bin(Hub hub, long number) {}

  @Override
  public Cause judge(ConnectionRow row, Sight sight) {
    return switch (row.signal()) {
      case NONE -> documentedLife(row, sight) ? Cause.SAS_TOKEN_RENEWAL : codes.judge(row, sight);
      case UNAUTHORIZED -> refused(row, sight);
      case CLOSED_REMOTELY -> lost(row, sight);
      default -> codes.judge(row, sight);
    };
  }

  private static Cause refused(ConnectionRow row, Sight sight) {
    if (sight.backWithin(row, RENEWED)) {
      return Cause.SAS_TOKEN_RENEWAL;
    }
    Instant since = sight.connectBefore(row).map(ConnectionRow::time).orElse(Instant.MIN);
    Instant until = sight.connectAfter(row).map(ConnectionRow::time).orElse(Instant.MAX);
    long refusals =
        sight.rows(row, since, until).stream()
            .filter(r -> r.signal() == Signal.UNAUTHORIZED)
            .count();
    return refusals >= REFUSALS ? Cause.AUTHENTICATION_FAILURE : Cause.UNKNOWN;
  }

  private Cause lost(ConnectionRow row, Sight sight) {
    if (documentedLife(row, sight)) {
      return Cause.SAS_TOKEN_RENEWAL;
    }
    Cause crowd = crowd(row, sight);
    if (crowd != Cause.UNKNOWN) {
      return crowd;
    }
    if (timedOut(row, sight)) {
      return Cause.KEEP_ALIVE_TIMEOUT;
    }
    if (flaps(row, sight)) {
      return Cause.CRASH_LOOP;
    }
    return sight.backWithin(row, RENEWED) ? Cause.SAS_TOKEN_RENEWAL : Cause.CONNECTION_LOST;
  }

  private static boolean documentedLife(ConnectionRow row, Sight sight) {
    return sight
        .connectBefore(row)
        .filter(
            connect ->
                DocumentedLives.of(connect.client().cohort())
                    .filter(
                        band ->
                            band.contains(Duration.between(connect.time(), row.time()).toMillis()))
                    .isPresent())
        .isPresent();
  }

  private static boolean timedOut(ConnectionRow row, Sight sight) {
    return sight
        .connectBefore(row)
        .map(connect -> Duration.between(connect.time(), row.time()))
        .filter(
            session ->
                TIMEOUTS.stream()
                    .anyMatch(t -> session.minus(t).abs().compareTo(KEEP_ALIVE_SPREAD) <= 0))
        .isPresent();
  }

  private static boolean flaps(ConnectionRow row, Sight sight) {
    Instant end = row.time().plusMillis(1);
    return sight.rows(row, end.minus(CHECKS), end).size() >= FLAPPING_CHANGES;
  }

  /** Many at once: not counting those that were back within a minute. */
  private Cause crowd(ConnectionRow row, Sight sight) {
    long bin = Math.floorDiv(row.time().toEpochMilli(), CROWD.toMillis());
    Collection<ConnectionRow> all =
        gone.get(new Bin(row.hub(), bin), sight, asked -> gone(asked, sight));
    long neighbours = all.stream().filter(r -> r.network().equals(row.network())).count();
    if (neighbours >= SITE_DEVICES && neighbours >= SITE_SHARE * all.size()) {
      return Cause.SITE_OUTAGE;
    }
    return all.size() >= HUB_SHARE * sight.devices(row.hub()) && all.size() > 1
        ? Cause.HUB_TRANSIENT
        : Cause.UNKNOWN;
  }

  /** A row of every device that was lost in the five minutes and not back within one. */
  private static Collection<ConnectionRow> gone(Bin bin, Sight sight) {
    Instant from = Instant.ofEpochMilli(bin.number * CROWD.toMillis());
    return sight.drops(bin.hub, from, from.plus(CROWD)).stream()
        .filter(r -> r.signal() == Signal.CLOSED_REMOTELY)
        .filter(r -> !sight.backWithin(r, RENEWED))
        .collect(Collectors.toMap(ConnectionRow::device, r -> r, (first, second) -> first))
        .values();
  }
}
