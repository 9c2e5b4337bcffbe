package io.hubtriage.azure.metrics;

import com.azure.core.util.Context;
import com.azure.monitor.query.MetricsQueryClient;
import com.azure.monitor.query.models.AggregationType;
import com.azure.monitor.query.models.MetricValue;
import com.azure.monitor.query.models.MetricsQueryOptions;
import com.azure.monitor.query.models.MetricsQueryResult;
import com.azure.monitor.query.models.QueryTimeInterval;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectedDevices;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The number of connected devices, minute by minute. It is a second witness beside the log: without
 * it a sweep goes on, so a failure is logged and reads as nothing known.
 */
public final class HubMetrics implements ConnectedDevices {
  private static final System.Logger LOG = System.getLogger(HubMetrics.class.getName());
  private static final String METRIC = "connectedDeviceCount";

  private final MetricsQueryClient client;

  /** Asks with this client. */
  public HubMetrics(MetricsQueryClient client) {
    this.client = client;
  }

  @Override
  public List<CountSample> counts(Hub hub, Window window) {
    if (!hub.resourceId().startsWith("/")) {
      LOG.log(
          System.Logger.Level.WARNING,
          "no metric of {0}: its ARM resource id is not known",
          hub.resourceId());
      return List.of();
    }
    if (!window.start().isBefore(window.end())) {
      return List.of();
    }
    try {
      return samples(ask(hub, window), window);
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "no metric {0} of {1}: {2}; the app''s identity needs the role Monitoring Reader",
          METRIC,
          hub.resourceId(),
          e.getClass().getSimpleName());
      return List.of();
    }
  }

  private MetricsQueryResult ask(Hub hub, Window window) {
    MetricsQueryOptions options =
        new MetricsQueryOptions()
            .setGranularity(Duration.ofMinutes(1))
            .setAggregations(
                AggregationType.AVERAGE, AggregationType.MINIMUM, AggregationType.MAXIMUM)
            .setTimeInterval(
                new QueryTimeInterval(
                    window.start().atOffset(ZoneOffset.UTC),
                    window.end().atOffset(ZoneOffset.UTC)));
    return client
        .queryResourceWithResponse(hub.resourceId(), List.of(METRIC), options, Context.NONE)
        .getValue();
  }

  private static List<CountSample> samples(MetricsQueryResult result, Window window) {
    return result.getMetrics().stream()
        .filter(metric -> metric.getMetricName().equalsIgnoreCase(METRIC))
        .flatMap(metric -> metric.getTimeSeries().stream())
        .flatMap(series -> series.getValues().stream())
        .flatMap(value -> sample(value).stream())
        .filter(sample -> window.contains(sample.minute()))
        .sorted(Comparator.comparing(CountSample::minute))
        .toList();
  }

  /** Empty for a minute without a value, which the service sends all the same. */
  private static Optional<CountSample> sample(MetricValue value) {
    boolean known =
        Stream.of(value.getAverage(), value.getMinimum(), value.getMaximum())
            .noneMatch(number -> number == null);
    return known
        ? Optional.of(
            new CountSample(
                value.getTimeStamp().toInstant(),
                value.getAverage(),
                value.getMinimum(),
                value.getMaximum()))
        : Optional.empty();
  }
}
