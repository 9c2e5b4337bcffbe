package io.hubtriage.lab.show;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubtriage.model.Cause;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A hub's minutes in at most {@value #MOST} bins, as JSON in columns. */
final class Timeline {
  /** More bars than this are thinner than two pixels. */
  static final int MOST = 400;

  /** Lengths in minutes that a reader can count with. */
  private static final List<Long> ROUND =
      List.of(1L, 2L, 5L, 10L, 15L, 30L, 60L, 120L, 180L, 360L, 720L, 1_440L);

  private final Minutes.OfHub hub;
  private final long bin;
  private final long start;
  private final int bins;

  private Timeline(Minutes.OfHub hub, long from, long to) {
    this.hub = hub;
    this.bin =
        ROUND.stream()
            .filter(r -> (to - from) / r + 2 <= MOST)
            .findFirst()
            .orElseGet(() -> (to - from) / MOST + 1);
    this.start = Math.floorDiv(from, bin) * bin;
    this.bins = (int) ((to - start) / bin + 1);
  }

  /**
   * The timeline of one hub.
   *
   * @param asked {@code hub}; {@code from} and {@code to} in seconds since the epoch, default all
   * @throws IllegalArgumentException if there is no such hub, or a time is no number
   */
  static ObjectNode of(Map<String, Minutes.OfHub> hubs, Map<String, String> asked) {
    String name = asked.getOrDefault("hub", "");
    Minutes.OfHub hub = hubs.get(name);
    if (hub == null || hub.empty()) {
      throw new IllegalArgumentException("there is no hub " + name);
    }
    long from = Math.max(hub.first(), minute(asked.get("from"), hub.first()));
    long to = Math.min(hub.last(), minute(asked.get("to"), hub.last()));
    ObjectNode json = new Timeline(hub, from, Math.max(from, to)).json();
    return json.put("hub", name).put("first", hub.first() * 60).put("last", hub.last() * 60 + 60);
  }

  private static long minute(@Nullable String seconds, long otherwise) {
    return seconds == null ? otherwise : Math.floorDiv(Long.parseLong(seconds), 60);
  }

  private ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("start", start * 60).put("bin", bin * 60).put("bins", bins);
    for (Cause cause : Cause.values()) {
      if (hub.total(cause) > 0) {
        counts(cause, json.withObject("/causes").putArray(cause.code()));
      }
    }
    if (hub.measured()) {
      metric(json.putArray("average"), json.putArray("minimum"));
    }
    return json;
  }

  private void counts(Cause cause, ArrayNode counts) {
    for (int i = 0; i < bins; i++) {
      long sum = 0;
      for (long m = start + i * bin; m < start + (i + 1) * bin; m++) {
        sum += hub.rows(m, cause);
      }
      counts.add(sum);
    }
  }

  /** Averages of averages and the least minimum; null where there is no sample. */
  private void metric(ArrayNode average, ArrayNode minimum) {
    for (int i = 0; i < bins; i++) {
      double sum = 0;
      double least = Double.POSITIVE_INFINITY;
      int samples = 0;
      for (long m = start + i * bin; m < start + (i + 1) * bin; m++) {
        Minutes.Sample sample = hub.metric(m);
        if (sample != null) {
          sum += sample.average();
          least = Math.min(least, sample.minimum());
          samples++;
        }
      }
      if (samples == 0) {
        average.addNull();
        minimum.addNull();
      } else {
        average.add(Math.round(sum / samples * 100) / 100.0);
        minimum.add(least);
      }
    }
  }
}
