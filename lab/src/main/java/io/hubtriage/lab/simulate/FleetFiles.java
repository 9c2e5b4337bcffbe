package io.hubtriage.lab.simulate;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hubtriage.lab.simulate.JsonLines.Compression;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a fleet as files: {@code connections.jsonl} as a storage account's archive has it, {@code
 * events.jsonl} as Event Grid delivers it, {@code metrics.jsonl}, {@code truth.jsonl}, {@code
 * cohort.jsonl} and {@code incidents_truth.json}.
 */
public final class FleetFiles implements FleetSink, AutoCloseable {
  private final RowProperties properties = new RowProperties();
  private final TimeText times = new TimeText();
  private final Map<Hub, String> archived = new HashMap<>();
  private final Path directory;
  private final JsonLines connections;
  private final JsonLines events;
  private final JsonLines metrics;
  private final JsonLines truth;
  private final JsonLines cohort;
  private final List<WideIncident> incidents = new ArrayList<>();

  private FleetFiles(Path directory, Compression compression) {
    this.directory = directory;
    this.connections = JsonLines.create(directory, "connections.jsonl", compression);
    this.events = JsonLines.create(directory, "events.jsonl", compression);
    this.metrics = JsonLines.create(directory, "metrics.jsonl", compression);
    this.truth = JsonLines.create(directory, "truth.jsonl", compression);
    this.cohort = JsonLines.create(directory, "cohort.jsonl", Compression.NONE);
  }

  /**
   * Begins the files in an existing directory, over older ones.
   *
   * @throws UncheckedIOException if one cannot be written; so do all other methods
   */
  public static FleetFiles plain(Path directory) {
    return new FleetFiles(directory, Compression.NONE);
  }

  /** The same with the four logs compressed, as {@code .jsonl.gz}. */
  public static FleetFiles gzipped(Path directory) {
    return new FleetFiles(directory, Compression.GZIP);
  }

  /** How many lines each file has so far. */
  public Map<Path, Long> lines() {
    Map<Path, Long> lines = new LinkedHashMap<>();
    for (JsonLines file : List.of(connections, events, metrics, truth, cohort)) {
      lines.put(file.file(), file.lines());
    }
    return lines;
  }

  @Override
  public void device(SimulatedDevice device) {
    cohort.line(
        json -> {
          json.writeStringField("hub", device.hub().name());
          json.writeStringField("deviceId", device.device().deviceId());
          json.writeStringField("moduleId", device.device().moduleId());
          json.writeStringField("sdk", device.sdk().name().toLowerCase(Locale.ROOT));
          json.writeStringField("auth", device.auth().name().toLowerCase(Locale.ROOT));
          json.writeStringField("protocol", device.protocol());
          json.writeNumberField("lifeSeconds", device.life().toSeconds());
          json.writeNumberField("keepAlive", device.keepAlive().toSeconds());
          json.writeNumberField("site", device.site());
          if (device.gateway().isPresent()) {
            json.writeNumberField("gateway", device.gateway().getAsInt());
          }
          json.writeArrayFieldStart("overlays");
          for (Fault fault : device.faults()) {
            json.writeString(fault.code());
          }
          json.writeEndArray();
        });
  }

  @Override
  public void incident(WideIncident incident) {
    incidents.add(incident);
  }

  @Override
  public void row(LogRow row) {
    connections.line(
        json -> {
          json.writeStringField("time", times.of(row.time()));
          json.writeStringField("resourceId", archived(row.device().hub()));
          json.writeStringField(
              "operationName",
              row.operation() == Operation.CONNECT ? "deviceConnect" : "deviceDisconnect");
          json.writeStringField("category", "Connections");
          json.writeStringField("level", row.level());
          if (!row.signal().code().isEmpty()) {
            json.writeStringField("resultType", row.signal().code());
          }
          if (!row.description().isEmpty()) {
            json.writeStringField("resultDescription", row.description());
          }
          properties.write(row, json);
          json.writeStringField("location", "westeurope");
          json.writeStringField("ingestedAt", times.of(row.ingestedAt()));
        });
  }

  @Override
  public void truth(TruthLine line) {
    truth.line(
        json -> {
          json.writeStringField("time", times.of(line.time()));
          json.writeStringField("hub", line.hub().name());
          json.writeStringField("deviceId", line.device().deviceId());
          json.writeStringField("moduleId", line.device().moduleId());
          json.writeStringField("code", line.code());
          json.writeStringField("cause", line.cause().code());
        });
  }

  @Override
  public void event(StateEvent event) {
    SimulatedDevice device = event.device();
    events.line(
        json -> {
          json.writeStringField("id", event.id());
          json.writeStringField("topic", archived(device.hub()));
          json.writeStringField("subject", "devices/" + device.device().deviceId());
          json.writeStringField("eventType", event.kind().type());
          json.writeStringField("eventTime", times.of(event.at()));
          json.writeObjectFieldStart("data");
          json.writeObjectFieldStart("deviceConnectionStateEventInfo");
          json.writeStringField("sequenceNumber", event.sequence());
          json.writeEndObject();
          json.writeStringField("hubName", device.hub().name());
          json.writeStringField("deviceId", device.device().deviceId());
          json.writeStringField("moduleId", device.device().moduleId());
          json.writeEndObject();
          json.writeStringField("dataVersion", "1");
          json.writeStringField("metadataVersion", "1");
          json.writeStringField("receivedAt", times.of(event.receivedAt()));
        });
  }

  @Override
  public void sample(Hub hub, CountSample sample) {
    metrics.line(
        json -> {
          json.writeStringField("time", times.of(sample.minute()));
          json.writeStringField("resourceId", archived(hub));
          json.writeStringField("metricName", "connectedDeviceCount");
          json.writeNumberField("average", sample.average());
          json.writeNumberField("minimum", (long) sample.minimum());
          json.writeNumberField("maximum", (long) sample.maximum());
        });
  }

  /** Writes what is left and closes all files. */
  @Override
  public void close() {
    try (connections;
        events;
        metrics;
        truth;
        cohort) {
      writeIncidents();
    }
  }

  /** Archives and events write resource ids in upper case. */
  private String archived(Hub hub) {
    return archived.computeIfAbsent(hub, h -> h.resourceId().toUpperCase(Locale.ROOT));
  }

  private void writeIncidents() {
    Path file = directory.resolve("incidents_truth.json");
    try (JsonGenerator json =
        JsonLines.JSON.createGenerator(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      json.useDefaultPrettyPrinter();
      json.writeStartArray();
      for (WideIncident incident : incidents) {
        json.writeStartObject();
        json.writeStringField("hub", incident.hub().name());
        json.writeStringField("kind", incident.kind().code());
        json.writeStringField("at", times.of(incident.at()));
        json.writeNumberField("share", incident.share());
        json.writeNumberField("spread", incident.spread().toMillis() / 1000.0);
        json.writeNumberField("down", incident.down().toMillis() / 1000.0);
        json.writeNumberField("site", incident.site());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
