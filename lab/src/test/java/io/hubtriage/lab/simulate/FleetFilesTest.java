package io.hubtriage.lab.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetFilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Scenario SCENARIO = Scenario.mixed(150, 12, 31).withDoubledShare(0.02);
  private static final String TIME = "2026-03-0\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}0Z";

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path directory;

  @Test
  void connectionsHaveTheArchivesShape() throws IOException {
    write();
    for (JsonNode row : lines("connections.jsonl")) {
      assertThat(row.get("time").asText()).matches(TIME);
      assertThat(Instant.parse(row.get("ingestedAt").asText()))
          .isAfter(Instant.parse(row.get("time").asText()));
      assertThat(row.get("category").asText()).isEqualTo("Connections");
      assertThat(row.get("resourceId").asText())
          .startsWith("/SUBSCRIPTIONS/")
          .contains("/PROVIDERS/MICROSOFT.DEVICES/IOTHUBS/PLANT-HUB-0");
      assertThat(row.get("level").asText()).isIn("Error", "Information", "Informational");
      JsonNode properties = JSON.readTree(row.get("properties").asText());
      assertThat(properties.get("deviceId").asText()).isNotEmpty();
      assertThat(properties.get("maskedIpAddress").asText()).endsWith(".XXX");
      assertThat(JSON.readTree(properties.get("authType").asText()).get("type").asText())
          .isIn("sas", "x509Certificate");
      boolean error = row.get("level").asText().equals("Error");
      assertThat(row.has("resultDescription")).isEqualTo(error);
      assertThat(properties.has("statusCode")).isEqualTo(error);
    }
  }

  @Test
  void sdkVersionsStandOnSuccessfulConnectsOnly() throws IOException {
    write();
    List<JsonNode> named = new ArrayList<>();
    for (JsonNode row : lines("connections.jsonl")) {
      if (JSON.readTree(row.get("properties").asText()).has("sdkVersion")) {
        named.add(row);
      }
    }
    assertThat(named)
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(Operation.of(row.get("operationName").asText()))
                  .isEqualTo(Operation.CONNECT);
              assertThat(row.get("level").asText()).startsWith("Information");
            });
  }

  @Test
  void truthListsExactlyTheEndsInTheLog() throws IOException {
    write();
    Set<String> ends = new HashSet<>();
    for (JsonNode row : lines("connections.jsonl")) {
      boolean end =
          row.get("level").asText().equals("Error")
              || row.get("operationName").asText().equals("deviceDisconnect");
      if (end) {
        ends.add(key(row));
      }
    }
    List<String> told = new ArrayList<>();
    for (JsonNode line : lines("truth.jsonl")) {
      assertThat(Cause.coded(line.get("cause").asText())).isPresent();
      told.add(
          String.join(
              " ",
              line.get("time").asText(),
              line.get("hub").asText(),
              line.get("deviceId").asText(),
              line.get("moduleId").asText(),
              line.get("code").asText()));
    }
    assertThat(told).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ends);
  }

  @Test
  void eventsHaveEventGridsShape() throws IOException {
    write();
    List<JsonNode> events = lines("events.jsonl");
    assertThat(events).isNotEmpty();
    for (JsonNode event : events) {
      assertThat(event.get("eventType").asText())
          .matches("Microsoft\\.Devices\\.Device(Connected|Disconnected)");
      assertThat(event.get("eventTime").asText()).matches(TIME);
      assertThat(event.get("receivedAt").asText()).matches(TIME);
      JsonNode data = event.get("data");
      assertThat(event.get("subject").asText())
          .isEqualTo("devices/" + data.get("deviceId").asText());
      assertThat(event.get("topic").asText().toLowerCase(Locale.ROOT))
          .endsWith("/" + data.get("hubName").asText());
      assertThat(data.at("/deviceConnectionStateEventInfo/sequenceNumber").asText()).hasSize(64);
    }
  }

  @Test
  void metricsCohortAndIncidentsCanBeRead() throws IOException {
    write();
    assertThat(lines("metrics.jsonl"))
        .hasSizeBetween(2 * 12 * 60 - 60, 2 * 12 * 60)
        .allSatisfy(
            sample -> {
              assertThat(sample.get("metricName").asText()).isEqualTo("connectedDeviceCount");
              assertThat(sample.get("time").asText()).endsWith(":00.0000000Z");
              assertThat(sample.get("minimum").asLong())
                  .isLessThanOrEqualTo(sample.get("maximum").asLong());
            });
    assertThat(lines("cohort.jsonl")).hasSize(150);
    JsonNode incidents = JSON.readTree(directory.resolve("incidents_truth.json").toFile());
    assertThat(incidents)
        .isNotEmpty()
        .allSatisfy(i -> assertThat(i.get("kind").asText()).isIn("hub", "weak", "site", "upg"));
  }

  @Test
  void sameSeedSameBytes() throws IOException, NoSuchAlgorithmException {
    write();
    String first = digest();
    write();
    assertThat(digest()).isEqualTo(first);
  }

  @Test
  void compressedFilesHoldTheSame() throws IOException {
    write();
    try (FleetFiles files = FleetFiles.gzipped(directory)) {
      Simulation.run(SCENARIO, files);
    }
    for (String name : List.of("connections", "events", "metrics", "truth")) {
      try (InputStream packed =
          new GZIPInputStream(Files.newInputStream(directory.resolve(name + ".jsonl.gz")))) {
        assertThat(packed.readAllBytes())
            .isEqualTo(Files.readAllBytes(directory.resolve(name + ".jsonl")));
      }
    }
  }

  private void write() {
    try (FleetFiles files = FleetFiles.plain(directory)) {
      Simulation.run(SCENARIO, files);
    }
  }

  private String digest() throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (var files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        digest.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private List<JsonNode> lines(String name) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(directory.resolve(name), StandardCharsets.UTF_8)) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private static String key(JsonNode row) throws IOException {
    JsonNode properties = JSON.readTree(row.get("properties").asText());
    String resource = row.get("resourceId").asText().toLowerCase(Locale.ROOT);
    return String.join(
        " ",
        row.get("time").asText(),
        resource.substring(resource.lastIndexOf('/') + 1),
        properties.get("deviceId").asText(),
        properties.path("moduleId").asText(),
        row.has("resultType")
            ? row.get("resultType").asText()
            : row.path("resultDescription").asText());
  }
}
