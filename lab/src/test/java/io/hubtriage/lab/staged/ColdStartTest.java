package io.hubtriage.lab.staged;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.azure.storage.Azurite;
import io.hubtriage.lab.cloud.LocalMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a process does before and in its first call: as little as that call needs. Every library of
 * Azure's that is opened has its signature checked, and each cold start pays for it.
 */
final class ColdStartTest {
  private static final StagedApp APP = StagedApp.find();
  private static final LocalMonitor MONITOR = LocalMonitor.loader().open();

  static List<Path> functions() {
    return APP.functions();
  }

  @AfterAll
  static void close() {
    MONITOR.close();
  }

  /** The stand-ins, and the sample's settings. */
  static Map<String, String> environment(LocalMonitor monitor) {
    return Map.of(
        "HubTriageStorage", Azurite.connection(),
        "HUBTRIAGE_LOCAL_ENDPOINT", monitor.endpoint().toString(),
        "HUBTRIAGE_SETTINGS", Path.of("../hubtriage.sample.json").toAbsolutePath().toString(),
        "NOTICES_QUEUE", "notices");
  }

  private static ColdStart call(Path function) {
    List<String> options =
        Stream.concat(ColdStart.WORKER.stream(), Stream.of(ColdStart.TELL_CLASSES)).toList();
    return ColdStart.run(APP, function, options, environment(MONITOR));
  }

  /** The worker makes an object for every call, so making one must cost nothing. */
  @ParameterizedTest
  @MethodSource("functions")
  void makingAFunctionOpensNoLibrary(Path function) {
    ColdStart cold = call(function);
    assertThat(cold.constructing())
        .contains("io.hubtriage.azure.wiring.Wiring")
        .noneMatch(name -> of(name, "com.azure.", "com.microsoft.aad.", "reactor.", "io.netty."))
        .noneMatch(
            name -> of(name, "com.fasterxml.", "jakarta.", "org.eclipse.", "com.samskivert."));
  }

  /** An event is filed in a table; a storm of them starts many processes at once. */
  @Test
  void theFirstEventOpensOnlyTheTables() {
    ColdStart cold = call(APP.folder().resolve("ReceiveConnectionEvents"));
    assertThat(cold.invoking())
        .contains("com.azure.data.tables.TableServiceClient")
        .noneMatch(name -> of(name, "com.azure.monitor.", "com.azure.storage.", "io.netty."))
        .noneMatch(name -> of(name, "com.azure.identity.", "com.microsoft.aad."))
        .noneMatch(name -> of(name, "jakarta.mail.", "org.eclipse.angus.", "com.samskivert."));
  }

  /** A sweep does ask the log; so what the others must not load is looked for under true names. */
  @Test
  void theFirstSweepOpensTheLogAndNoMail() {
    ColdStart cold = call(APP.folder().resolve("SweepLogs"));
    assertThat(cold.invoking())
        .contains("com.azure.monitor.query.LogsQueryClient", "com.azure.data.tables.TableClient")
        .noneMatch(name -> of(name, "jakarta.mail.", "org.eclipse.angus.", "io.netty."));
  }

  /** What {@code ./dev coldstart} shows; one run of each here, so that it keeps working. */
  @Test
  void figures() throws IOException {
    int runs = Integer.getInteger("coldstart.runs", 1);
    String table = ColdStartFigures.measure(APP, environment(MONITOR), runs);
    Files.writeString(Path.of("target/cold-start.md"), table);
    assertThat(table).contains("`ReceiveConnectionEvents`", "`Status`", "`SweepLogs`");
  }

  private static boolean of(String name, String... packages) {
    return Stream.of(packages).anyMatch(name::startsWith);
  }
}
