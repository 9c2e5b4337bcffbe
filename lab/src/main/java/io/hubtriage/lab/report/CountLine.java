package io.hubtriage.lab.report;

import io.hubtriage.model.CountSample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** connectedDeviceCount as a line of averages in a band from minimum to maximum. */
final class CountLine {
  /** The metric has one sample a minute. */
  private static final Duration FINEST = Duration.ofMinutes(1);

  private final Axis axis;
  private final double top;
  private final double high;
  private final double least;
  private final double most;

  private CountLine(List<CountSample> metric, Axis axis, double top, double high) {
    this.axis = axis;
    this.top = top;
    this.high = high;
    this.least = metric.stream().mapToDouble(CountSample::minimum).min().orElse(0);
    this.most = metric.stream().mapToDouble(CountSample::maximum).max().orElse(0);
  }

  /** The strip of a metric that has samples. */
  static Panel of(List<CountSample> metric, Axis axis, double top, double high) {
    return new CountLine(metric, axis, top, high).panel(metric);
  }

  private Panel panel(List<CountSample> metric) {
    Duration step = axis.bin().compareTo(FINEST) < 0 ? FINEST : axis.bin();
    StringBuilder line = new StringBuilder();
    StringBuilder band = new StringBuilder();
    StringBuilder back = new StringBuilder();
    Instant due = Instant.MIN;
    for (Map.Entry<Instant, Sum> entry : sums(metric, step).entrySet()) {
      Sum sum = entry.getValue();
      String x = Wording.at(axis.x(entry.getKey().plus(step.dividedBy(2))));
      if (entry.getKey().isAfter(due)) {
        close(band, back);
      }
      line.append(entry.getKey().isAfter(due) ? 'M' : 'L').append(x).append(' ');
      line.append(y(sum.total / sum.samples));
      band.append(back.isEmpty() ? 'M' : 'L').append(x).append(' ').append(y(sum.maximum));
      back.insert(0, "L" + x + " " + y(sum.minimum));
      due = entry.getKey().plus(step);
    }
    close(band, back);
    return new Panel(
        "metric",
        "connected",
        Wording.number(Math.round(least)) + " to " + Wording.number(Math.round(most)),
        band.toString(),
        line.toString(),
        Wording.at(top + 12),
        Wording.at(top + 26),
        List.of(
            Panel.Grid.at(top + high, Wording.number(Math.round(least))),
            Panel.Grid.at(top, Wording.number(Math.round(most)))));
  }

  private static void close(StringBuilder band, StringBuilder back) {
    if (!back.isEmpty()) {
      band.append(back).append('z');
      back.setLength(0);
    }
  }

  private static Map<Instant, Sum> sums(List<CountSample> metric, Duration step) {
    TreeMap<Instant, Sum> sums = new TreeMap<>();
    long seconds = step.toSeconds();
    for (CountSample sample : metric) {
      long start = Math.floorDiv(sample.minute().getEpochSecond(), seconds) * seconds;
      sums.computeIfAbsent(Instant.ofEpochSecond(start), s -> new Sum()).add(sample);
    }
    return sums;
  }

  private String y(double value) {
    double share = most > least ? (value - least) / (most - least) : 0.5;
    return Wording.at(top + high - high * share);
  }

  /** The samples of one step. */
  private static final class Sum {
    private int samples;
    private double total;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;

    void add(CountSample sample) {
      samples++;
      total += sample.average();
      minimum = Math.min(minimum, sample.minimum());
      maximum = Math.max(maximum, sample.maximum());
    }
  }
}
