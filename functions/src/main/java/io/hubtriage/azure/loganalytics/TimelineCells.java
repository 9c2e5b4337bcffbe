package io.hubtriage.azure.loganalytics;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubtriage.model.Client;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Timeline;
import io.hubtriage.sweep.ConnectionLog.TimelineAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answer to question three: cells that hold parts of timelines. Kusto turns a cell that
 * grows too large into null and cuts lists off without a word, so all is counted: parts by cell,
 * rows by device.
 */
final class TimelineCells {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TIME_SHIFT = 16;

  private final long start;
  private final Map<Hub, Integer> unexplained = new HashMap<>();
  private final Map<Whose, Parts> timelines = new LinkedHashMap<>();

  private TimelineCells(long start) {
    this.start = start;
  }

  /**
   * Reads the rows.
   *
   * @param start milliseconds since the epoch that the rows' times count from
   * @throws BadAnswerException if anything is missing
   */
  static TimelineAnswer read(List<Row> rows, long start) {
    TimelineCells cells = new TimelineCells(start);
    rows.forEach(cells::add);
    return new TimelineAnswer(
        cells.timelines.entrySet().stream().map(e -> e.getValue().whole(e.getKey())).toList(),
        cells.unexplained);
  }

  private void add(Row row) {
    Hub hub = new Hub(row.text("hub"));
    int count = Math.toIntExact(row.number("unexplained"));
    if (count > 0) {
      unexplained.merge(hub, count, Integer::sum);
    }
    JsonNode parts = array(hub, row.json("timelines"));
    if (parts.size() != row.number("parts")) {
      throw new BadAnswerException(
          "a cell of "
              + hub.name()
              + " holds "
              + parts.size()
              + " parts of timelines instead of "
              + row.number("parts"));
    }
    for (JsonNode part : parts) {
      Device device = new Device(text(part, "device"), text(part, "module"));
      timelines.computeIfAbsent(new Whose(hub, device), w -> new Parts(part)).add(part, start);
    }
  }

  private static JsonNode array(Hub hub, String json) {
    try {
      JsonNode node = JSON.readTree(json);
      if (node.isArray()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      throw new BadAnswerException(
          "a cell of " + hub.name() + " is cut off or no JSON" + place(e.getLocation()));
    }
    throw new BadAnswerException("a cell of " + hub.name() + " is no list of timelines");
  }

  /** Of some faults, such as nesting without end, Jackson does not tell the place. */
  private static String place(@Nullable JsonLocation at) {
    return at == null ? "" : ", at " + at.offsetDescription();
  }

  private static String text(JsonNode part, String field) {
    JsonNode value = part.path(field);
    if (!value.isTextual()) {
      throw new BadAnswerException("a part of a timeline has no text " + field);
    }
    return value.textValue();
  }

  private record Whose(Hub hub, Device device) {}

  /** The parts of one timeline, so far. */
  private static final class Parts {
    private final Client client;
    private final List<String> networks = new ArrayList<>();
    private final long size;
    private final LongStream.Builder rows = LongStream.builder();
    private long found;

    Parts(JsonNode part) {
      client = Client.of(text(part, "client"), text(part, "protocol"), text(part, "auth"));
      size = part.path("size").asLong(-1);
      part.path("networks").forEach(network -> networks.add(network.asText()));
    }

    void add(JsonNode part, long start) {
      for (JsonNode row : part.path("rows")) {
        if (!row.canConvertToLong()) {
          throw new BadAnswerException("a row of a timeline is no number: " + row);
        }
        rows.add(row.longValue() + (start << TIME_SHIFT));
        found++;
      }
    }

    Timeline whole(Whose whose) {
      if (found != size) {
        throw new BadAnswerException(
            "the timeline of "
                + whose.device.label()
                + " has "
                + found
                + " rows instead of "
                + size);
      }
      return new Timeline(whose.hub, whose.device, client, networks, rows.build().toArray());
    }
  }
}
