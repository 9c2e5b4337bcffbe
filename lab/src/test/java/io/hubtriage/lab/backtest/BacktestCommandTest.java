package io.hubtriage.lab.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubtriage.lab.Commands;
import io.hubtriage.lab.simulate.FleetFiles;
import io.hubtriage.lab.simulate.Scenario;
import io.hubtriage.lab.simulate.Simulation;
import io.hubtriage.model.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code backtest} as it is typed. */
final class BacktestCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int HOURS = 12;

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private static Path fleet;

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path dir;

  @BeforeAll
  static void simulate() {
    try (FleetFiles files = FleetFiles.plain(fleet)) {
      Simulation.run(Scenario.mixed(80, HOURS, 6), files);
    }
  }

  @Test
  void everyFileOfTheContractWithItsKeys() throws IOException {
    Path out = dir.resolve("new/out");
    Commands run =
        backtest(
            "--connections", file("connections.jsonl"),
            "--metrics", file("metrics.jsonl"),
            "--events", file("events.jsonl"),
            "--truth", file("truth.jsonl"),
            "--out", out.toString());
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("Noise removed", "sas-token-renewal", "open ");

    List<JsonNode> attributions = lines(out.resolve("attributions.jsonl"));
    assertThat(attributions)
        .hasSameSizeAs(lines(fleet.resolve("truth.jsonl")))
        .allSatisfy(
            line -> {
              assertThat(keys(line))
                  .containsExactly(
                      "time",
                      "hub",
                      "deviceId",
                      "moduleId",
                      "code",
                      "cause",
                      "firstCause",
                      "firstAt",
                      "confidence",
                      "incident");
              assertThat(Cause.coded(line.get("cause").asText())).isPresent();
              assertThat(line.get("confidence").asDouble()).isBetween(0.0, 1.0);
            });

    List<JsonNode> incidents = lines(out.resolve("incidents.jsonl"));
    List<String> messages = new ArrayList<>();
    assertThat(incidents).isNotEmpty();
    for (JsonNode incident : incidents) {
      assertThat(keys(incident))
          .containsExactly(
              "id",
              "hub",
              "cause",
              "severity",
              "impact",
              "openedAt",
              "causeKnownAt",
              "resolvedAt",
              "devices",
              "evidence",
              "notices");
      for (JsonNode notice : incident.get("notices")) {
        assertThat(keys(notice)).containsExactly("id", "kind", "channel", "at", "bytes");
        String channel = notice.get("channel").asText();
        String end = channel.equals("email") ? ".eml" : ".json";
        String name = notice.get("id").asText() + "." + channel + end;
        assertThat(Files.size(out.resolve("notices").resolve(name)))
            .isEqualTo(notice.get("bytes").asLong());
        messages.add(name);
      }
    }
    assertThat(messages).isNotEmpty().doesNotHaveDuplicates();
    assertThat(Fleet.notices(out).keySet())
        .containsAll(messages)
        .allMatch(name -> messages.contains(name) || name.matches("(digest|summary)-.*"));
    List<String> known = incidents.stream().map(i -> i.get("id").asText()).toList();
    assertThat(attributions.stream().filter(a -> !a.get("incident").isNull()))
        .isNotEmpty()
        .allMatch(a -> known.contains(a.get("incident").asText()));

    assertThat(out.resolve("report.html")).isNotEmptyFile();
    JsonNode accuracy = JSON.readTree(out.resolve("accuracy.json").toFile());
    assertThat(accuracy.findValue("macroF1").asDouble()).isBetween(0.5, 1.0);
    assertThat(accuracy.findValue("benignAlertedShare").isNumber()).isTrue();
    assertThat(accuracy.findValue("actionableMissedShare").isNumber()).isTrue();
    assertThat(accuracy.findValue("unknownShare").isNumber()).isTrue();
  }

  @Test
  void anotherRunReplacesTheNotices() throws IOException {
    Path notices = Files.createDirectories(dir.resolve("notices"));
    Files.writeString(notices.resolve("old.teams.json"), "{}");
    Files.writeString(notices.resolve("mine.txt"), "kept");
    Commands run = backtest("--connections", file("connections.jsonl"), "--out", dir.toString());
    assertThat(run.exit()).isZero();
    assertThat(notices.resolve("old.teams.json")).doesNotExist();
    assertThat(notices.resolve("mine.txt")).exists();
    assertThat(dir.resolve("accuracy.json")).as("there was no truth").doesNotExist();
  }

  @Test
  void aBrokenLineIsNamedAndTheRestRead() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(fleet.resolve("connections.jsonl")));
    lines.add(2, "{\"time\": \"2026-03-02T00:");
    Path broken = Files.write(dir.resolve("broken.jsonl"), lines);
    Commands run =
        backtest("--connections", broken.toString(), "--out", dir.resolve("out").toString());
    assertThat(run.exit()).isZero();
    assertThat(run.err().lines().filter(line -> line.startsWith("skipped ")))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("broken.jsonl:3"));
    assertThat(lines(dir.resolve("out/attributions.jsonl")))
        .hasSameSizeAs(lines(fleet.resolve("truth.jsonl")));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        argumentSet("no such file", "--connections DIR/none.jsonl --out DIR/out", "none.jsonl"),
        argumentSet("folder without logs", "--connections DIR/empty --out DIR/out", "empty"),
        argumentSet("other category", "--connections DIR/other.jsonl --out DIR/out", "other.jsonl"),
        argumentSet("nothing in it", "--connections DIR/nothing.jsonl --out DIR/out", "nothing"),
        argumentSet("out is a file", "--connections LOG --out DIR/file", "DIR/file"),
        argumentSet("no truth", "--connections LOG --truth DIR/none --out DIR/out", "DIR/none"),
        argumentSet("no metrics", "--connections LOG --metrics DIR/none --out DIR/out", "DIR/none"),
        argumentSet("no events", "--connections LOG --events DIR/none --out DIR/out", "DIR/none"),
        argumentSet(
            "no settings", "--connections LOG --settings DIR/none --out DIR/out", "DIR/none"),
        argumentSet("unknown option", "--connections LOG --out DIR/out --fly x", "--fly"),
        argumentSet("no out", "--connections LOG", "--out"),
        argumentSet("no connections", "--out DIR/out", "--connections"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void aRefusalIsATwoAndOneLineThatNamesIt(String arguments, String named) throws IOException {
    Files.createDirectories(dir.resolve("empty"));
    Files.writeString(dir.resolve("file"), "");
    Files.writeString(dir.resolve("nothing.jsonl"), "");
    Files.writeString(
        dir.resolve("other.jsonl"),
        "{\"time\":\"2026-03-02T00:00:00Z\",\"category\":\"Routes\",\"resourceId\":\"/H\"}\n");
    Commands run =
        backtest(
            arguments
                .replace("DIR", dir.toString())
                .replace("LOG", file("connections.jsonl"))
                .split(" ", -1));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err().lines())
        .singleElement()
        .satisfies(l -> assertThat(l).contains(named.replace("DIR", dir.toString())));
    assertThat(run.out()).isEmpty();
  }

  @Test
  void everyFaultOfTheSettingsIsSaid() throws IOException {
    Path settings = dir.resolve("settings.json");
    Files.writeString(settings, "{\"hub\": [], \"locale\": \"de\", \"colour\": 1}");
    Commands run =
        backtest(
            "--connections", file("connections.jsonl"),
            "--settings", settings.toString(),
            "--out", dir.resolve("out").toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err().lines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).startsWith(settings + ": "));
    assertThat(dir.resolve("out")).doesNotExist();
  }

  private static Commands backtest(String... options) {
    List<String> arguments = new ArrayList<>(List.of("backtest"));
    arguments.addAll(List.of(options));
    return Commands.run(arguments);
  }

  private static String file(String name) {
    return fleet.resolve(name).toString();
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private static List<String> keys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
