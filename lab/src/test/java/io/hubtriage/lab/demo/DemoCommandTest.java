package io.hubtriage.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubtriage.lab.Commands;
import io.hubtriage.lab.backtest.Backtest;
import io.hubtriage.lab.backtest.Sources;
import io.hubtriage.lab.simulate.Fault;
import io.hubtriage.lab.simulate.Scenario;
import io.hubtriage.lab.simulate.SimulatedFleet;
import io.hubtriage.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code demo} as it is typed, with a smaller fleet. */
final class DemoCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEVICES = 100;
  private static final Scenario SCENARIO = Scenario.demo(1).withDevices(DEVICES);

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private static Path dir;

  @SuppressWarnings("NullAway.Init") // set before all
  private static Commands run;

  @BeforeAll
  static void demonstrate() {
    run = demo("--no-serve", "--devices", Integer.toString(DEVICES), "--out", folder("http"));
  }

  @Test
  void queriesOverHttpAndRowsInMemoryTellTheSameToTheLastByte() {
    assertThat(run.exit()).as(run.err()).isZero();
    StringWriter summary = new StringWriter();
    try (DemoHub hub = DemoHub.of(SCENARIO)) {
      Backtest.into(dir.resolve("memory"), Settings.DEFAULT)
          .run(
              hub.inputs(),
              new Sources(hub.inputs().log(), hub.inputs().metric(), now -> {}),
              new PrintWriter(summary),
              new PrintWriter(new StringWriter()));
    }
    assertThat(files(dir.resolve("http"))).isEqualTo(files(dir.resolve("memory")));
    assertThat(run.out()).isEqualTo(summary.toString().replace(folder("memory"), folder("http")));
  }

  @Test
  void eachOutageIsToldOnceAndEachOtherCauseToo() {
    int outages = SimulatedFleet.of(SCENARIO).incidents().size();
    List<String> causes = lines("incidents.jsonl").map(i -> i.get("cause").asText()).toList();
    assertThat(outages).isOne();
    assertThat(causes)
        .contains("crash-loop", "duplicate-identity", "authentication-failure")
        .filteredOn("hub-transient"::equals)
        .hasSize(outages);
    assertThat(SCENARIO.shares())
        .containsKeys(Fault.CRASH_LOOP, Fault.DUPLICATE_IDENTITY, Fault.REFUSED_CREDENTIALS);
  }

  @Test
  void ofRenewalsOnlyTheDigestSpeaks() {
    long renewals =
        lines("attributions.jsonl")
            .filter(row -> row.get("cause").asText().equals("sas-token-renewal"))
            .count();
    assertThat(renewals).isGreaterThan(1_000);
    List<String> benign =
        lines("incidents.jsonl")
            .map(i -> i.get("cause").asText())
            .filter(c -> List.of("sas-token-renewal", "planned-reconnect").contains(c))
            .toList();
    assertThat(benign).isEmpty();
    assertThat(lines("messages.jsonl").filter(m -> m.get("incident").isNull()))
        .isNotEmpty()
        .allSatisfy(m -> assertThat(m.get("kind").asText()).isEqualTo("digest"));
  }

  @Test
  void progressAndSummaryAreTold() {
    assertThat(run.err())
        .contains("a hub with 100 devices", "replaying: 100 %")
        .doesNotContain("WARNING", "Exception");
    assertThat(run.out()).contains("Noise removed", "hub-transient", "report.html", "macro");
  }

  @Test
  void aTakenPortIsToldBeforeAnyWork() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      Commands refused =
          demo("--port", Integer.toString(taken.getLocalPort()), "--out", folder("none"));
      assertThat(refused.exit()).isEqualTo(2);
      assertThat(refused.err().lines()).hasSize(1);
      assertThat(refused.err()).startsWith("port " + taken.getLocalPort()).contains("another port");
    }
  }

  @ParameterizedTest
  @CsvSource({"--devices,49", "--devices,20001", "--port,-1", "--port,65536"})
  void whatIsOutOfBoundsIsNamed(String option, String value) {
    Commands refused = demo(option, value, "--out", folder("none"));
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err().lines()).hasSize(1);
    assertThat(refused.err()).contains(option + " must be from");
  }

  @Test
  void aFolderThatIsAFileIsNamed() throws IOException {
    Path file = Files.writeString(dir.resolve("file"), "");
    Commands refused = demo("--no-serve", "--out", file.toString());
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).startsWith(file + ": cannot be written to");
  }

  private static Commands demo(String... arguments) {
    List<String> all = new ArrayList<>(List.of("demo"));
    all.addAll(List.of(arguments));
    return Commands.run(all);
  }

  private static String folder(String name) {
    return dir.resolve(name).toString();
  }

  private static Stream<JsonNode> lines(String name) {
    return text(dir.resolve("http").resolve(name)).lines().map(DemoCommandTest::json);
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files below a folder with what is in them. */
  private static Map<String, String> files(Path folder) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isRegularFile)
          .forEach(file -> files.put(folder.relativize(file).toString(), text(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
