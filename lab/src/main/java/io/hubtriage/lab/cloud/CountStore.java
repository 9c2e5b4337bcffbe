package io.hubtriage.lab.cloud;

import io.hubtriage.model.CountSample;
import io.hubtriage.model.Hub;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The metric {@code connectedDeviceCount}, minute by minute. Hubs are matched by name, which is
 * unique in Azure.
 */
final class CountStore {
  /** A minute's value exists from two minutes after its start. */
  private static final Duration DELAY = Duration.ofMinutes(2);

  private final Map<String, NavigableMap<Instant, CountSample>> samples = new ConcurrentHashMap<>();

  void add(Hub hub, CountSample sample) {
    samples.computeIfAbsent(hub.name(), name -> new TreeMap<>()).put(sample.minute(), sample);
  }

  /**
   * The service's answer.
   *
   * @param from the first minute
   * @param until the minute after the last
   * @param now minutes that have no value yet are there without one, as the service does it
   */
  Map<String, ?> answer(Hub hub, Instant from, Instant until, Instant now) {
    NavigableMap<Instant, CountSample> known = samples.getOrDefault(hub.name(), new TreeMap<>());
    List<Map<String, Object>> data = new ArrayList<>();
    for (Instant minute = from.truncatedTo(ChronoUnit.MINUTES);
        minute.isBefore(until);
        minute = minute.plus(1, ChronoUnit.MINUTES)) {
      CountSample sample = minute.plus(DELAY).isAfter(now) ? null : known.get(minute);
      Map<String, Object> point = new LinkedHashMap<>();
      point.put("timeStamp", minute.toString());
      if (sample != null) {
        point.put("average", sample.average());
        point.put("minimum", sample.minimum());
        point.put("maximum", sample.maximum());
      }
      data.add(point);
    }
    return Map.of(
        "cost",
        data.size(),
        "timespan",
        from + "/" + until,
        "interval",
        "PT1M",
        "namespace",
        "Microsoft.Devices/IotHubs",
        "value",
        List.of(metric(hub, data)));
  }

  private static Map<String, Object> metric(Hub hub, List<Map<String, Object>> data) {
    return Map.of(
        "id",
        hub.resourceId() + "/providers/Microsoft.Insights/metrics/connectedDeviceCount",
        "type",
        "Microsoft.Insights/metrics",
        "name",
        Map.of("value", "connectedDeviceCount", "localizedValue", "Connected devices"),
        "unit",
        "Count",
        "timeseries",
        List.of(Map.of("metadatavalues", List.of(), "data", data)));
  }
}
