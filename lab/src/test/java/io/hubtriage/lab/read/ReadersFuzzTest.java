package io.hubtriage.lab.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.fuzz.Mutations;
import io.hubtriage.lab.cli.InputException;
import io.hubtriage.model.ConnectionRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Broken files for everything the lab reads: rows, counted faults or the one exception that has a
 * clear line for people, and soon. {@code -Dsoak=true} takes a hundred times as many.
 */
final class ReadersFuzzTest {
  private static final int MANY = Boolean.getBoolean("soak") ? 100 : 1;
  private static final String RECORD =
      "{\"time\":\"2026-03-02T00:00:29.7529999Z\",\"resourceId\":\"/S/IOTHUBS/EAST\","
          + "\"operationName\":\"deviceDisconnect\",\"category\":\"Connections\","
          + "\"level\":\"Error\",\"resultType\":\"404104\",\"resultDescription\":\"x\","
          + "\"properties\":\"{\\\"deviceId\\\":\\\"a\\\",\\\"protocol\\\":\\\"Mqtt\\\"}\","
          + "\"ingestedAt\":\"2026-03-02T00:03:09.852Z\"}";
  private static final String TABLES =
      "{\"tables\":[{\"name\":\"PrimaryResult\",\"columns\":[{\"name\":\"TimeGenerated\"},"
          + "{\"name\":\"_ResourceId\"},{\"name\":\"OperationName\"},{\"name\":\"Category\"},"
          + "{\"name\":\"properties_s\"}],\"rows\":[[\"2026-03-02T00:00:00Z\",\"/x/east\","
          + "\"deviceConnect\",\"Connections\",\"{\\\"deviceId\\\":\\\"a\\\"}\"]]}]}";
  private static final String CSV =
      "TimeGenerated [UTC],Resource,OperationName,Category,Level,ResultType,properties_s\r\n"
          + "\"3/2/2026, 12:00:29.752 AM\",EAST,deviceConnect,Connections,Information,,"
          + "\"{\"\"deviceId\"\":\"\"a\"\"}\"\r\n";
  private static final String EVENT =
      "{\"topic\":\"/S/IOTHUBS/EAST\",\"eventType\":\"Microsoft.Devices.DeviceConnected\","
          + "\"eventTime\":\"2026-03-02T00:01:47.5647430Z\",\"data\":"
          + "{\"deviceConnectionStateEventInfo\":{\"sequenceNumber\":\"00ab\"},"
          + "\"hubName\":\"east\",\"deviceId\":\"a\"},\"receivedAt\":\"2026-03-02T00:01:49Z\"}";
  private static final String METRIC =
      "{\"time\":\"2026-03-02T00:01:00Z\",\"resourceId\":\"/S/EAST\","
          + "\"metricName\":\"connectedDeviceCount\",\"average\":1.5,\"minimum\":1,\"maximum\":2}";
  private static final String LABEL =
      "{\"time\":\"2026-03-02T00:00:12Z\",\"hub\":\"EAST\",\"deviceId\":\"a\","
          + "\"moduleId\":\"\",\"code\":\"404104\",\"cause\":\"connection-lost\"}";

  private Path folder = Path.of("");

  @BeforeProperty
  void make() throws IOException {
    folder = Files.createTempDirectory("readers");
  }

  @AfterProperty
  void remove() throws IOException {
    for (Path file : files()) {
      Files.delete(file);
    }
    Files.delete(folder);
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void rowsOfJsonAreReadOrCounted(@ForAll long seed) {
    many(
        seed,
        s -> {
          connections(Mutations.of(RECORD, s) + "\n" + RECORD);
          connections(RECORD + "\n" + Mutations.of(RECORD, s) + "\n");
          connections("{\"records\":[" + Mutations.of(RECORD, s) + "," + RECORD + "]}");
          connections("{\n\"records\": [\n" + RECORD + ",\n" + Mutations.of(RECORD, s) + "\n]\n}");
          connections(Mutations.of(TABLES, s));
        });
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void rowsOfCsvAreReadOrCounted(@ForAll long seed) {
    many(seed, s -> connections(Mutations.ofText(CSV, s)));
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void gzipThatIsCutOrDamagedIsReadAsFarAsItGoes(@ForAll long seed) {
    many(
        seed,
        s -> {
          Random chance = new Random(s);
          byte[] bytes = gzip((RECORD + "\n").repeat(1 + chance.nextInt(200)));
          for (int i = chance.nextInt(4); i > 0; i--) {
            bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
          }
          int length = chance.nextInt(bytes.length + 1);
          connections(Arrays.copyOf(bytes, chance.nextBoolean() ? bytes.length : length));
        });
  }

  /** An archive of a thousand hours has a broken one. */
  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void brokenFilesOfAFolderLeaveTheOthersWhole(@ForAll long seed) {
    many(
        seed,
        s -> {
          write("a.json", Mutations.of(RECORD, s).getBytes(StandardCharsets.UTF_8));
          write("b.csv", Mutations.ofText(CSV, s).getBytes(StandardCharsets.UTF_8));
          write("c.json.gz", Arrays.copyOf(gzip(RECORD), Math.floorMod(s, 90)));
          write("d.json", RECORD.replace("404104", "400027").getBytes(StandardCharsets.UTF_8));
          List<ConnectionRow> rows = new ArrayList<>();
          ConnectionFiles.read(List.of(folder), rows::add);
          assertThat(rows).extracting(ConnectionRow::code).contains("400027");
        });
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void eventsMetricsAndTruthAreReadOrCounted(@ForAll long seed) {
    many(
        seed,
        s -> {
          records(EVENT, s, file -> EventFile.read(file, event -> {}));
          records(METRIC, s, file -> MetricFile.read(file, (hub, sample) -> {}));
          records(LABEL, s, file -> LabelFile.read(file, row -> {}));
        });
  }

  /** Everything behind it was read at the wrong depth, and the end of the file was a crash. */
  @Test
  void aListAmongRecordsIsPassedOver(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.json");
    Files.writeString(
        file, "{\"records\":[[[1],{\"x\":[2]}]," + RECORD + "]}\n{\"records\":[[" + "\n" + RECORD);
    List<ConnectionRow> rows = new ArrayList<>();
    ConnectionFiles.read(List.of(file), rows::add);
    assertThat(rows).hasSize(2);
  }

  /** 300 kB that unpack to a line of 300 MB. */
  @Test
  void aLineWithoutEndIsGivenUp(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("bomb.json.gz");
    byte[] piece = "a".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write((RECORD + "\n{\"x\":\"").getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 300; i++) {
        out.write(piece);
      }
    }
    List<ConnectionRow> rows = new ArrayList<>();
    ReadReport report = ConnectionFiles.read(List.of(file), rows::add);
    assertThat(rows).hasSize(1);
    assertThat(report.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.line()).isEqualTo(2);
              assertThat(fault.what()).startsWith("a line of more than 16777216 characters");
            });
  }

  private void connections(String text) {
    connections(text.getBytes(StandardCharsets.UTF_8));
  }

  private void connections(byte[] bytes) {
    Path file = write("connections", bytes);
    try {
      sound(ConnectionFiles.read(List.of(file), row -> assertThat(row.device()).isNotNull()));
    } catch (InputException e) {
      assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(1_000);
    }
  }

  private void records(String record, long seed, Function<Path, ReadReport> reader) {
    String broken = Mutations.of(record, seed);
    Path file = write("records", (record + "\n" + broken + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      sound(reader.apply(file));
    } catch (InputException e) {
      assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(1_000);
    }
  }

  private static void sound(ReadReport report) {
    assertThat(report.faults())
        .hasSizeLessThanOrEqualTo(ReadReport.MOST_FAULTS)
        .allSatisfy(
            fault -> {
              assertThat(fault.line()).isPositive();
              assertThat(fault.what()).isNotBlank().hasSizeLessThan(1_000);
            });
  }

  private static void many(long seed, Consumer<Long> parsing) {
    Mutations.soon(
        () -> {
          for (long s = seed; s < seed + MANY; s++) {
            parsing.accept(s);
          }
        });
  }

  private Path write(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + name, e);
    }
  }

  private List<Path> files() throws IOException {
    try (var all = Files.list(folder)) {
      return all.toList();
    }
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("packing in memory", e);
    }
    return bytes.toByteArray();
  }
}
