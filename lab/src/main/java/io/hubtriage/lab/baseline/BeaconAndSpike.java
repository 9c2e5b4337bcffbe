package io.hubtriage.lab.baseline;

import io.hubtriage.model.Cause;
import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What anomaly detection offers: a device whose disconnects of the last day score as a beacon
 * ({@link BeaconScore}) renews, five minutes in which the number of dropping devices lies three
 * standard deviations above the hub's mean of the day are the hub's fault, and the code table says
 * the rest.
 */
public final class BeaconAndSpike implements Baseline {
  /** RITA's bands are 0.5, 0.7 and 0.9; this is where a beacon begins to be shown as one. */
  private static final double BEACON = 0.7;

  private static final double DEVIATIONS = 3;
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration BIN = Duration.ofMinutes(5);

  /** Fewer bins than an hour's have no deviation worth the name. */
  private static final int LEAST_BINS = 12;

  private final CodeTable codes = new CodeTable();
  private final Kept<Bin, Boolean> spikes = new Kept<>();

  /** Five minutes of a hub. */
  private record Bin(Hub hub, long number) {}

  @Override
  public Cause judge(ConnectionRow row, Sight sight) {
    boolean plain =
        row.signal() == Signal.NONE
            || row.signal() == Signal.CLOSED_REMOTELY
            || row.signal() == Signal.UNAUTHORIZED;
    if (plain && beacon(row, sight) >= BEACON) {
      return Cause.SAS_TOKEN_RENEWAL;
    }
    if (row.signal() == Signal.CLOSED_REMOTELY && spike(row, sight)) {
      return Cause.HUB_TRANSIENT;
    }
    return codes.judge(row, sight);
  }

  private static double beacon(ConnectionRow row, Sight sight) {
    Instant end = row.time().plusMillis(1);
    long[] drops =
        sight.rows(row, end.minus(DAY), end).stream()
            .filter(r -> !Sight.connects(r))
            .mapToLong(r -> r.time().getEpochSecond())
            .toArray();
    long to = end.getEpochSecond() + 1;
    return BeaconScore.of(drops, to - DAY.toSeconds() - 1, to);
  }

  private boolean spike(ConnectionRow row, Sight sight) {
    Bin bin = new Bin(row.hub(), bin(row.time()));
    return spikes.get(bin, sight, asked -> spike(asked, sight));
  }

  private static boolean spike(Bin asked, Sight sight) {
    Map<Long, Integer> bins = bins(asked, sight);
    long own = asked.number;
    long first = bins.keySet().stream().min(Long::compare).orElse(own);
    long before = own - first;
    if (before < LEAST_BINS) {
      return false;
    }
    double sum = 0;
    double squares = 0;
    for (Map.Entry<Long, Integer> bin : bins.entrySet()) {
      if (bin.getKey() < own) {
        sum += bin.getValue();
        squares += (double) bin.getValue() * bin.getValue();
      }
    }
    double mean = sum / before;
    double deviation = Math.sqrt(Math.max(0, squares / before - mean * mean));
    return bins.getOrDefault(own, 0) > mean + DEVIATIONS * deviation;
  }

  /** Distinct devices per five minutes of the day up to its own. */
  private static Map<Long, Integer> bins(Bin own, Sight sight) {
    Map<Long, Set<Device>> devices = new HashMap<>();
    Instant end = Instant.ofEpochMilli((own.number + 1) * BIN.toMillis());
    for (ConnectionRow drop : sight.drops(own.hub, end.minus(DAY), end)) {
      devices.computeIfAbsent(bin(drop.time()), b -> new HashSet<>()).add(drop.device());
    }
    Map<Long, Integer> bins = new HashMap<>();
    devices.forEach((bin, all) -> bins.put(bin, all.size()));
    return bins;
  }

  private static long bin(Instant time) {
    return Math.floorDiv(time.toEpochMilli(), BIN.toMillis());
  }
}
