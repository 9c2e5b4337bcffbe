package io.hubtriage.lab.accuracy;

import static io.hubtriage.lab.accuracy.DeviceRecount.values;

import io.hubtriage.diagnose.Burst;
import io.hubtriage.model.Condition;
import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Device;
import io.hubtriage.model.Evidence.Finding;
import io.hubtriage.model.Outage;
import io.hubtriage.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Counts again, from the log's rows and the metric's minutes, what an outage's evidence says.
 *
 * @param burst the one the outage is about
 * @param rows per device of the hub, by time, as the log showed them when the evidence was made
 * @param samples the hub's metric as it was known then, oldest first
 */
record OutageRecount(
    Outage outage, Burst burst, Map<Device, List<ConnectionRow>> rows, List<CountSample> samples) {
  private static final Duration BEFORE = Duration.ofMinutes(1);
  private static final Duration AFTER = Duration.ofMinutes(10);
  private static final Duration USUAL = Duration.ofMinutes(30);
  private static final Duration DIP_LAGS = Duration.ofMinutes(5);

  /** The finding as it should be; {@code null} if it should not be there. */
  @org.jspecify.annotations.Nullable
  Map<String, Object> expected(Finding finding) {
    return switch (finding.key()) {
      case "server-errors" -> serverErrors();
      case "burst" ->
          values(
              "devices",
              affected(),
              "minutes",
              burst.span().length().toMinutes(),
              "usual",
              Objects.requireNonNull(finding.values().get("usual")));
      case "metric-dip" ->
          values(
              "before",
              Math.round(before()),
              "lowest",
              Math.round(lowest()),
              "share",
              Math.max(0, (before() - lowest()) / before()));
      case "metric-steady" ->
          values("before", Math.round(before()), "lowest", Math.round(lowest()));
      case "shared-network" -> sharedNetwork(finding);
      default -> throw new AssertionError("nobody counts again what " + finding + " says");
    };
  }

  private Map<String, Object> serverErrors() {
    long count = 0;
    Set<String> codes = new TreeSet<>();
    Set<Device> failing = new HashSet<>();
    for (Map.Entry<Device, List<ConnectionRow>> device : rows.entrySet()) {
      for (ConnectionRow row : device.getValue()) {
        if (row.signal().isServerError() && during(row) && here(row, device.getValue())) {
          count++;
          codes.add(row.signal().label());
          failing.add(device.getKey());
        }
      }
    }
    return values(
        "rows", count, "devices", (long) failing.size(), "codes", String.join(", ", codes));
  }

  /** The devices of the outage that have a disconnect or error row in it. */
  private long affected() {
    return outage.devices().stream()
        .map(Condition::device)
        .filter(
            d ->
                rows.getOrDefault(d, List.of()).stream()
                    .anyMatch(r -> !LogView.connects(r) && during(r)))
        .count();
  }

  /** Of the others, no more can be counted than dropped. */
  private @org.jspecify.annotations.Nullable Map<String, Object> sharedNetwork(Finding finding) {
    long others = (long) Objects.requireNonNull(finding.values().get("others"));
    long dropped =
        rows.entrySet().stream()
            .filter(
                e ->
                    e.getValue().stream()
                        .filter(r -> !LogView.connects(r))
                        .filter(r -> burst.span().contains(r.time()))
                        .anyMatch(r -> !here(r, e.getValue())))
            .count();
    boolean allHere =
        outage.devices().stream()
            .allMatch(
                c ->
                    rows.getOrDefault(c.device(), List.of()).stream()
                        .anyMatch(
                            r ->
                                !LogView.connects(r)
                                    && during(r)
                                    && here(r, rows.getOrDefault(c.device(), List.of()))));
    return others <= dropped && allHere
        ? values("devices", affected(), "network", outage.network(), "others", others)
        : null;
  }

  private boolean during(ConnectionRow row) {
    return !row.time().isBefore(burst.span().start().minus(BEFORE))
        && row.time().isBefore(burst.span().end().plus(AFTER));
  }

  /** Whether the row is of the outage's network: its own, else that of the row before. */
  private boolean here(ConnectionRow row, List<ConnectionRow> device) {
    if (outage.network().isEmpty()) {
      return true;
    }
    String network = "";
    for (ConnectionRow r : device) {
      network = r.network().isEmpty() ? network : r.network();
      if (r.equals(row)) {
        break;
      }
    }
    return network.equals(outage.network());
  }

  private double before() {
    Window half = new Window(burst.span().start().minus(USUAL), burst.span().start());
    List<Double> averages =
        samples.stream()
            .filter(s -> half.contains(s.minute()))
            .map(CountSample::average)
            .sorted()
            .toList();
    return averages.get(averages.size() / 2);
  }

  private double lowest() {
    Instant end = burst.span().end().plus(DIP_LAGS);
    Window span = new Window(burst.span().start(), end);
    return samples.stream()
        .filter(s -> span.contains(s.minute()))
        .mapToDouble(CountSample::minimum)
        .min()
        .orElseThrow();
  }
}
