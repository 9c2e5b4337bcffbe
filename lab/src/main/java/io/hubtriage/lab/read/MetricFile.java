package io.hubtriage.lab.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.hubtriage.lab.cli.InputException;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Hub;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/**
 * Reads {@code metrics.jsonl}: {@code {"time","resourceId","metricName":"connectedDeviceCount",
 * "average","minimum","maximum"}}. Other metrics and minutes without an average are counted as
 * others.
 */
public final class MetricFile {
  private MetricFile() {}

  /**
   * Hands every minute on.
   *
   * @throws InputException if the file is missing, unreadable or not JSON
   */
  public static ReadReport read(Path file, BiConsumer<Hub, CountSample> samples) {
    Tally tally = new Tally();
    JsonRecords.read(file, tally, record -> take(record, samples, tally));
    return tally.report();
  }

  private static void take(JsonNode record, BiConsumer<Hub, CountSample> samples, Tally tally) {
    JsonNode average = record.path("average");
    if (!JsonRecords.text(record, "metricName").equalsIgnoreCase("connectedDeviceCount")
        || !average.isNumber()) {
      tally.other();
      return;
    }
    double mean = average.doubleValue();
    samples.accept(
        new Hub(JsonRecords.required(record, "resourceId")),
        new CountSample(
            Times.parse(JsonRecords.required(record, "time")),
            mean,
            record.path("minimum").asDouble(mean),
            record.path("maximum").asDouble(mean)));
    tally.row();
  }
}
