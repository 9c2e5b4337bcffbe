package io.hubtriage.diagnose;

import io.hubtriage.model.CountSample;
import io.hubtriage.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How far connectedDeviceCount fell around a span: the second witness of a hub's fault.
 *
 * @param before median of the half hour before; 0 if nothing is known
 * @param lowest least value from the span's start to five minutes after its end
 * @param latest newest value known
 */
record MetricDip(double before, double lowest, double latest) {
  /** Nothing is known. */
  static final MetricDip UNKNOWN = new MetricDip(0, 0, 0);

  private static final double NOTABLE = 0.03;

  static MetricDip around(Window span, List<CountSample> samples) {
    Instant from = span.start().minus(Duration.ofMinutes(30));
    Instant until = span.end().plus(Duration.ofMinutes(5));
    List<Double> before =
        samples.stream()
            .filter(s -> !s.minute().isBefore(from) && s.minute().isBefore(span.start()))
            .map(CountSample::average)
            .sorted()
            .toList();
    List<CountSample> during =
        samples.stream()
            .filter(s -> !s.minute().isBefore(span.start()) && s.minute().isBefore(until))
            .toList();
    if (before.isEmpty() || during.isEmpty()) {
      return UNKNOWN;
    }
    double lowest = during.stream().mapToDouble(CountSample::minimum).min().orElseThrow();
    return new MetricDip(
        before.get(before.size() / 2), lowest, samples.get(samples.size() - 1).average());
  }

  boolean known() {
    return before > 0;
  }

  /** The share of connected devices that was lost, 0 to 1. */
  double share() {
    return before > 0 ? Math.max(0, (before - lowest) / before) : 0;
  }

  boolean notable() {
    return share() >= NOTABLE && before - lowest >= 3;
  }

  /** Whether nearly all are connected again. */
  boolean recovered() {
    return known() && latest >= before - Math.max(1, 0.25 * (before - lowest));
  }
}
