package io.hubtriage.lab.show;

import io.hubtriage.model.Cause;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Disconnect and error rows per minute and cause, and connectedDeviceCount, of each hub. A million
 * rows are a few thousand minutes, and only these are kept.
 */
final class Minutes {
  private final Path rows;
  private final Path metric;
  private final Kept<Map<String, OfHub>> kept;

  Minutes(Path folder) {
    this.rows = folder.resolve("attributions.jsonl");
    this.metric = folder.resolve("metrics.jsonl");
    this.kept = new Kept<>(this::read, rows, metric);
  }

  /** By hub name, sorted. */
  Map<String, OfHub> now() {
    return kept.now();
  }

  private Map<String, OfHub> read() {
    Map<String, OfHub> hubs = new TreeMap<>();
    Lines.each(rows, Row.class, row -> of(hubs, row.hub()).add(row));
    Lines.each(metric, Sample.class, sample -> of(hubs, name(sample)).add(sample));
    return hubs;
  }

  private static OfHub of(Map<String, OfHub> hubs, String name) {
    return hubs.computeIfAbsent(name, n -> new OfHub());
  }

  private static String name(Sample sample) {
    String id = sample.resourceId().toLowerCase(Locale.ROOT);
    return id.substring(id.lastIndexOf('/') + 1);
  }

  static long minute(String time) {
    return Math.floorDiv(Instant.parse(time).getEpochSecond(), 60);
  }

  /** A line of {@code attributions.jsonl}. */
  record Row(String time, String hub, String cause) {}

  /** A line of {@code metrics.jsonl}. */
  record Sample(String time, String resourceId, double average, double minimum) {}

  /** One hub; keys are minutes since the epoch. */
  static final class OfHub {
    private final TreeMap<Long, Map<Cause, Long>> rows = new TreeMap<>();
    private final TreeMap<Long, Sample> metric = new TreeMap<>();
    private final Map<Cause, Long> totals = new EnumMap<>(Cause.class);

    private void add(Row row) {
      Cause cause = Cause.coded(row.cause()).orElse(Cause.UNKNOWN);
      rows.computeIfAbsent(minute(row.time()), m -> new EnumMap<>(Cause.class))
          .merge(cause, 1L, Long::sum);
      totals.merge(cause, 1L, Long::sum);
    }

    private void add(Sample sample) {
      metric.put(minute(sample.time()), sample);
    }

    /** Rows of one cause over all time. */
    long total(Cause cause) {
      return totals.getOrDefault(cause, 0L);
    }

    boolean empty() {
      return rows.isEmpty() && metric.isEmpty();
    }

    boolean measured() {
      return !metric.isEmpty();
    }

    /** The first minute with a row or a sample. */
    long first() {
      return Math.min(
          rows.isEmpty() ? Long.MAX_VALUE : rows.firstKey(),
          metric.isEmpty() ? Long.MAX_VALUE : metric.firstKey());
    }

    /** The last one. */
    long last() {
      return Math.max(
          rows.isEmpty() ? Long.MIN_VALUE : rows.lastKey(),
          metric.isEmpty() ? Long.MIN_VALUE : metric.lastKey());
    }

    /** Rows of one cause in one minute. */
    long rows(long minute, Cause cause) {
      return rows.getOrDefault(minute, Map.of()).getOrDefault(cause, 0L);
    }

    /** The sample of one minute; null if there is none. */
    @Nullable Sample metric(long minute) {
      return metric.get(minute);
    }
  }
}
