package io.hubtriage.lab.backtest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubtriage.lab.report.Story;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Hub;
import java.util.List;
import java.util.stream.Stream;

/** {@code metrics.jsonl}: connectedDeviceCount over the span of the rows, as it was read. */
final class MetricLines {
  private MetricLines() {}

  static Stream<ObjectNode> of(List<Story.OfHub> hubs) {
    return hubs.stream().flatMap(h -> h.metric().stream().map(sample -> line(h.hub(), sample)));
  }

  private static ObjectNode line(Hub hub, CountSample sample) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("time", Iso.millis(sample.minute()));
    line.put("resourceId", hub.resourceId());
    line.put("metricName", "connectedDeviceCount");
    line.put("average", sample.average());
    line.put("minimum", sample.minimum());
    line.put("maximum", sample.maximum());
    return line;
  }
}
