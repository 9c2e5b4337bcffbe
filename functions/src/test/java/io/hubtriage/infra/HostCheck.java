package io.hubtriage.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The host has its extensions, and its telemetry costs no more than docs/operations.md reckons. */
final class HostCheck {
  /** As in the cost model of the lab. */
  private static final int MOST_A_SECOND = 5;

  private HostCheck() {}

  static List<String> faults(Infra infra) {
    JsonNode host = json(infra.text("host.json"));
    List<String> faults = new ArrayList<>();
    String bundle = host.at("/extensionBundle/id").asText();
    if (!bundle.equals("Microsoft.Azure.Functions.ExtensionBundle")) {
      faults.add("host.json names no extension bundle, so there is no queue and no Event Grid");
    }
    String prefix = host.at("/extensions/http/routePrefix").asText();
    if (!infra.text("infra/deploy.sh").contains("/" + prefix + "/Status?")) {
      faults.add("host.json puts Status below /" + prefix + ", but infra/deploy.sh does not");
    }
    JsonNode sampling = host.at("/logging/applicationInsights/samplingSettings");
    int most = sampling.path("maxTelemetryItemsPerSecond").asInt(0);
    if (most > MOST_A_SECOND) {
      faults.add(
          "host.json lets an instance send %d telemetry items a second, but the cost table reckons with %d"
              .formatted(most, MOST_A_SECOND));
    }
    // An event is a request, and a million devices send more than a billion events a month. The
    // sweeps' requests need no exception: a timer has an instance of its own, far below the limit.
    if (List.of(sampling.path("excludedTypes").asText().split(";")).contains("Request")) {
      faults.add("host.json keeps every Request: that is one item for every event there ever was");
    }
    return faults;
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException("host.json is no JSON", e);
    }
  }
}
