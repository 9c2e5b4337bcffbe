package io.hubtriage.lab.staged;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.ExecutionContext;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One first call of a function, in a JVM that was started for it.
 *
 * @param constructed when the function's object was there
 * @param invoked when the call had returned
 * @param constructing classes loaded until the first, in order; empty unless they were asked for
 * @param invoking classes loaded from then until the second
 */
record ColdStart(
    Moment constructed, Moment invoked, List<String> constructing, List<String> invoking) {
  /** As the worker starts Java, but for its own jar: its worker.config.json. */
  static final List<String> WORKER =
      List.of(
          "-XX:+TieredCompilation",
          "-XX:TieredStopAtLevel=1",
          "-noverify",
          "-Djava.net.preferIPv4Stack=true");

  /** Has the JVM tell every class it loads; that takes time, so such a run is not measured. */
  static final String TELL_CLASSES = "-Xlog:class+load=info:stdout:none";

  /**
   * How far it had come.
   *
   * @param wallMillis since the process was started
   * @param cpuMillis of processor time, all threads
   */
  record Moment(long wallMillis, long cpuMillis) {}

  /**
   * Makes the call.
   *
   * @param function its folder in the staged app
   * @param environment the app settings
   */
  static ColdStart run(
      StagedApp app, Path function, List<String> options, Map<String, String> environment) {
    var json = StagedApp.json(function.resolve("function.json"));
    Path jar = function.resolve(json.get("scriptFile").textValue()).normalize();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", path(ColdStart.class) + File.pathSeparator + core()));
    command.add(ColdWorker.class.getName());
    command.add(
        Stream.concat(Stream.of(jar), app.libraries().stream())
            .map(file -> file.toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(json.get("entryPoint").textValue());
    command.add(input(function));
    try {
      return run(command, environment);
    } catch (IOException e) {
      throw new UncheckedIOException(String.join(" ", command), e);
    }
  }

  /** One event, as Event Grid sends it; the input of timers and queues does not matter. */
  private static String input(Path function) {
    return function.endsWith("ReceiveConnectionEvents")
        ? """
          [{"id": "1", "topic": "/subscriptions/6f1c3a52-0d2e-4c39-9d2b-3f5f8f1f6a01/resourceGroups/iot\
          /providers/Microsoft.Devices/IotHubs/plant-berlin", "subject": "devices/pump-7",
          "eventType": "Microsoft.Devices.DeviceDisconnected", "eventTime": "%s",
          "dataVersion": "1", "metadataVersion": "1",
          "data": {"hubName": "plant-berlin", "deviceId": "pump-7", "moduleId": "",
          "deviceConnectionStateEventInfo": {"sequenceNumber":
          "000000000000000001D4132452F67CE200000002000000000000000000000001"}}}]
          """
            .formatted(Instant.now())
        : "{}";
  }

  private static ColdStart run(List<String> command, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("AZURE_"));
    builder.environment().putAll(environment);
    Reading reading = new Reading(System.nanoTime());
    Process process = builder.start();
    process.getOutputStream().close();
    try (BufferedReader output = process.inputReader()) {
      output.lines().forEach(reading::line);
    } finally {
      process.destroyForcibly();
    }
    return reading.result();
  }

  private static String path(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
  }

  /** The library the worker brings itself. */
  private static String core() {
    return path(ExecutionContext.class);
  }

  /** What the process says, line by line. */
  private static final class Reading {
    private final long begun;
    private final List<Moment> moments = new ArrayList<>();
    private final List<List<String>> classes = List.of(new ArrayList<>(), new ArrayList<>());
    private final StringBuilder rest = new StringBuilder();

    Reading(long begun) {
      this.begun = begun;
    }

    void line(String line) {
      if (line.startsWith(ColdWorker.CONSTRUCTED) || line.startsWith(ColdWorker.INVOKED)) {
        long cpu = Long.parseLong(line.substring(line.indexOf(' ') + 1));
        moments.add(new Moment((System.nanoTime() - begun) / 1_000_000, cpu));
      } else if (line.contains(" source: ") && moments.size() < classes.size()) {
        classes.get(moments.size()).add(line.substring(0, line.indexOf(' ')));
      } else {
        rest.append(line).append('\n');
      }
    }

    ColdStart result() {
      assertThat(moments).as("the call failed: %s", rest).hasSize(2);
      return new ColdStart(moments.get(0), moments.get(1), classes.get(0), classes.get(1));
    }
  }
}
