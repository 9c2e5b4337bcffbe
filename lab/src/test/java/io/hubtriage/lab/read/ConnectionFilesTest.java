package io.hubtriage.lab.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubtriage.lab.cli.InputException;
import io.hubtriage.lab.read.ReadReport.Fault;
import io.hubtriage.model.Client;
import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnectionFilesTest {
  private static final String HUB = "/SUBSCRIPTIONS/S/PROVIDERS/MICROSOFT.DEVICES/IOTHUBS/EAST";
  private static final String AUTH =
      "{\\\\\\\"scope\\\\\\\":\\\\\\\"device\\\\\\\",\\\\\\\"type\\\\\\\":\\\\\\\"sas\\\\\\\"}";
  private static final String PROPERTIES =
      "\"{\\\"deviceId\\\":\\\"%s\\\",\\\"sdkVersion\\\":\\\"azure-iot-device/1.17.1 (node)\\\","
          + "\\\"protocol\\\":\\\"Mqtt\\\",\\\"authType\\\":\\\""
          + AUTH
          + "\\\",\\\"maskedIpAddress\\\":\\\"203.0.113.XXX\\\"}\"";

  private final Path folder;
  private final List<ConnectionRow> rows = new ArrayList<>();

  ConnectionFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readsTheArchiveShapeWhole() {
    String record =
        "{\"time\":\"2026-03-02T00:00:29.7529999Z\",\"resourceId\":\""
            + HUB
            + "\",\"operationName\":\"deviceDisconnect\",\"category\":\"Connections\","
            + "\"level\":\"Error\",\"resultType\":\"404104\","
            + "\"resultDescription\":\"DeviceConnectionClosedRemotely\",\"properties\":"
            + PROPERTIES.formatted("İ#?'x")
            + ",\"location\":\"westeurope\",\"ingestedAt\":\"2026-03-02T00:03:09.852Z\"}";
    read(file("a.json", record));
    assertThat(rows)
        .containsExactly(
            new ConnectionRow(
                new Hub(HUB),
                Device.of("İ#?'x"),
                Instant.parse("2026-03-02T00:00:29.752Z"),
                Operation.DISCONNECT,
                "404104",
                "DeviceConnectionClosedRemotely",
                new Client("azure-iot-device", "1.17.1", "Mqtt", "sas"),
                "203.0.113.XXX",
                Instant.parse("2026-03-02T00:03:09.852Z")));
  }

  @Test
  void aRowWithoutIngestionTimeCameFiveMinutesLater() {
    read(file("a.json", record("a")));
    assertThat(rows.get(0).ingestedAt()).isEqualTo(rows.get(0).time().plusSeconds(300));
  }

  @Test
  void readsEveryLayoutOfJson() {
    String a = record("a");
    String b = record("b");
    List<String> layouts =
        List.of(
            a + "\n" + b,
            a + "\r\n\r\n" + b + "\r\n",
            "\ufeff" + a + "\n" + b,
            a + b,
            "{\"records\":[" + a + "," + b + "]}",
            "{\"records\":[" + a + "]}\n{\"records\":[" + b + "]}\n",
            "{\n  \"records\": [\n" + pretty(a) + ",\n" + pretty(b) + "\n  ]\n}\n",
            "[" + a + "," + b + "]",
            "[\n" + a + ",\n" + b + "\n]\n",
            "[\n" + a + "\n," + b + "]",
            "[" + a + ",\n" + b + "]",
            "{\"records\":[\n" + a + ",\n" + b + "]}",
            "[\n" + pretty(a) + ",\n" + pretty(b) + "\n]",
            pretty(a) + "\n" + pretty(b));
    for (String layout : layouts) {
      rows.clear();
      ReadReport report = read(file("layout.json", layout));
      assertThat(devices()).as(layout).containsExactly("a", "b");
      assertThat(report.faults()).as(layout).isEmpty();
    }
  }

  @Test
  void readsTheTablesOfTheQueryApi() {
    read(
        file(
            "api.json",
            "{\"tables\":[{\"name\":\"PrimaryResult\",\"columns\":["
                + "{\"name\":\"TimeGenerated\",\"type\":\"datetime\"},{\"name\":\"_ResourceId\"},"
                + "{\"name\":\"OperationName\"},{\"name\":\"Category\"},{\"name\":\"Level\"},"
                + "{\"name\":\"ResultType\"},{\"name\":\"properties_s\"},{\"name\":\"Ingestedat\"}],"
                + "\"rows\":[[\"2026-03-02T00:00:00Z\",\"/x/east\",\"deviceConnect\","
                + "\"Connections\",\"Error\",401003,\"{\\\"deviceId\\\":\\\"a\\\"}\","
                + "\"2026-03-02T00:09:00Z\"],[null,null,null,\"Routes\",null,null,null,null]]}]}"));
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).code()).isEqualTo("401003");
    assertThat(rows.get(0).hub()).isEqualTo(new Hub("/x/east"));
    assertThat(rows.get(0).ingestedAt()).isEqualTo(Instant.parse("2026-03-02T00:09:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void readsCsvExportsOfThePortal(String separator) {
    String csv =
        String.join(
                separator,
                "\"TimeGenerated [UTC]\"",
                "Resource",
                "OperationName",
                "Category",
                "Level",
                "ResultType",
                "ResultDescription",
                "properties_s")
            + "\r\n"
            + String.join(
                separator,
                "\"3/2/2026, 2:05:09.752 PM\"",
                "EAST",
                "deviceDisconnect",
                "Connections",
                "Error",
                "404104",
                "\"Closed,\nremotely\"",
                "\"{\"\"deviceId\"\":\"\"a\"\",\"\"moduleId\"\":\"\"m\"\"}\"")
            + "\r\n\r\n"
            + String.join(
                separator, "bad", "EAST", "deviceConnect", "Connections", "", "", "", "{}")
            + "\r\n"
            + String.join(separator, "\"3/2/2026, 2:05:09.752 PM\"", "EAST", "x", "Routes")
            + "\r\n"
            + String.join(
                separator,
                "2026-03-02T14:06:00Z",
                "EAST",
                "deviceConnect",
                "Connections",
                "Information",
                "",
                "",
                "\"{\"\"deviceId\"\":\"\"b\"\"}\"");
    ReadReport report = read(file("export.csv", csv));
    assertThat(rows)
        .extracting(ConnectionRow::device)
        .containsExactly(new Device("a", "m"), Device.of("b"));
    assertThat(rows.get(0).time()).isEqualTo(Instant.parse("2026-03-02T14:05:09.752Z"));
    assertThat(rows.get(0).hub()).isEqualTo(new Hub("east"));
    assertThat(report.faults())
        .containsExactly(
            new Fault(folder.resolve("export.csv"), 5, "not a time: \"bad\""),
            new Fault(folder.resolve("export.csv"), 6, "has 4 values for 8 columns"));
  }

  @ParameterizedTest(name = "level {0}, type {1}, description {2}: {3}")
  @CsvSource({
    "'\"Error\"',       '',         '\"ServiceUnavailable\"', SERVICE_UNAVAILABLE",
    "'\"Information\"', '',         '\"ServiceUnavailable\"', NONE",
    "'\"Informational\"', 'null',   '\"fine\"',               NONE",
    "'null',            '',         '\"InternalServerError\"', INTERNAL_SERVER_ERROR",
    "'\"Information\"', '404104',   '',                       CLOSED_REMOTELY",
    "'\"Error\"',       '\"401003\"', '\"any text\"',         UNAUTHORIZED",
    "'4',               '\"\"',     '\"\"',                   NONE",
  })
  void tellsErrorsByCodeElseByDescription(
      String level, String code, String description, Signal signal) {
    read(
        file(
            "a.json",
            "{\"time\":\"2026-03-02T00:00:00Z\",\"resourceId\":\"/x/east\",\"operationName\":"
                + "\"deviceConnect\",\"category\":\"Connections\",\"level\":"
                + level
                + (code.isEmpty() ? "" : ",\"resultType\":" + code)
                + (description.isEmpty() ? "" : ",\"resultDescription\":" + description)
                + ",\"properties\":{\"deviceId\":\"a\"}}"));
    assertThat(rows.get(0).signal()).isEqualTo(signal);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"deviceId\":\"a\"}                                             | a//",
        "{\"deviceId\":\"a\",\"moduleId\":\"\"}                           | a//",
        "{\"deviceId\":\"a\",\"moduleId\":null}                           | a//",
        "{\"deviceId\":\"a\",\"moduleId\":\"m\",\"authType\":null}        | a/m/",
        "{\"deviceId\":\"a\",\"authType\":{\"type\":\"x509Certificate\"}} | a//x509Certificate",
        "{\"deviceId\":\"a\",\"authType\":\"{\\\"type\\\":\\\"sas\\\"}\"} | a//sas",
        "{\"deviceId\":\"a\",\"authType\":\"sas\"}                        | a//sas",
        "{\"deviceId\":\"007\",\"other\":[1,{\"x\":2}]}                   | 007//",
      })
  void readsPropertiesAsObjectAndAsText(String properties, String expected) {
    String asText = "\"" + properties.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    for (String form : List.of(properties, asText)) {
      rows.clear();
      read(
          file(
              "a.json",
              record("x")
                  .replaceFirst("\"properties\":.*", "\"properties\":@}")
                  .replace("@", form)));
      Device device = rows.get(0).device();
      assertThat(
              device.deviceId() + "/" + device.moduleId() + "/" + rows.get(0).client().authType())
          .isEqualTo(expected);
    }
  }

  @Test
  void countsWhatItLeavesOut() {
    String noDevice = record("x").replaceFirst("\"properties\":.*", "\"properties\":\"\"}");
    String noProperties = record("x").replaceFirst(",\"properties\":.*", "}");
    String routes = record("x").replace("Connections", "Routes");
    ReadReport report =
        read(file("a.json", String.join("\n", record("a"), noDevice, noProperties, routes, "{}")));
    assertThat(report).isEqualTo(new ReadReport(1, 1, 2, 2, 0, List.of()));
  }

  @Test
  void tellsBrokenLinesAndReadsTheRest() {
    String time = record("x").replace("2026-03-02T00:00:00Z", "yesterday");
    String cut = record("x").substring(0, 100);
    String properties = record("x").replaceFirst("\"properties\":.*", "\"properties\":\"{oops\"}");
    ReadReport report =
        read(
            file(
                "a.json",
                String.join(
                    "\n",
                    cut,
                    record("a"),
                    "",
                    time,
                    "no JSON at all",
                    "{\"records\":[" + time + "," + record("b") + "]}",
                    properties,
                    "17",
                    record("c"))));
    assertThat(devices()).containsExactly("a", "b", "c");
    assertThat(report.broken()).isEqualTo(6);
    assertThat(report.faults()).extracting(Fault::line).containsExactly(1L, 4L, 5L, 6L, 7L, 8L);
    assertThat(report.faults().get(1))
        .hasToString(folder.resolve("a.json") + ":4: not a time: \"yesterday\"");
  }

  @Test
  void keepsTheFirstFaultsAndCountsTheOthers() {
    String broken = IntStream.range(0, 30).mapToObj(i -> "{oops\n").collect(Collectors.joining());
    ReadReport report = read(file("a.json", record("a") + "\n" + broken));
    assertThat(report.broken()).isEqualTo(30);
    assertThat(report.faults()).hasSize(ReadReport.MOST_FAULTS);
  }

  @Test
  void tellsWhereABrokenDocumentEnds() {
    ReadReport report =
        read(file("a.json", "[\n" + pretty(record("a")) + ",\n{\n\"time\": oops\n}]"));
    assertThat(devices()).containsExactly("a");
    assertThat(report.faults()).singleElement().satisfies(f -> assertThat(f.line()).isEqualTo(11));
  }

  @Test
  void knowsGzipByItsBytesAndKeepsWhatComesBeforeABreak() throws IOException {
    String text =
        IntStream.range(0, 5000)
            .mapToObj(i -> record("dev-" + Integer.toHexString(i * 7919)))
            .collect(Collectors.joining("\n"));
    byte[] packed = gzip(text);
    Path whole = folder.resolve("whole.json");
    Files.write(whole, packed);
    assertThat(read(whole).rows()).isEqualTo(5000);

    Path cut = folder.resolve("cut");
    Files.write(cut, Arrays.copyOf(packed, packed.length / 2));
    ReadReport report = read(cut);
    assertThat(report.rows()).isBetween(1L, 4999L);
    assertThat(report.faults())
        .last()
        .satisfies(f -> assertThat(f.what()).contains("gzip file breaks off"))
        .satisfies(f -> assertThat(f.line()).isBetween(report.rows(), report.rows() + 1));
  }

  @Test
  void readsTheArchivesFolderTreeByHour() throws IOException {
    Path hub = folder.resolve("insights-logs-connections/resourceId=/SUBSCRIPTIONS/S/y=2026/m=03");
    for (String hour : List.of("d=02/h=10/m=00", "d=02/h=09/m=00", "d=01/h=23/m=00")) {
      Path at = hub.resolve(hour);
      Files.createDirectories(at);
      Files.writeString(at.resolve("PT1H.json"), record(hour));
    }
    Files.writeString(hub.resolve("notes.txt"), "not read");
    Files.writeString(hub.resolve("odd.json"), "neither");
    Path single = file("single.json", record("single"));
    ReadReport report = ConnectionFiles.read(List.of(hub, single), rows::add);
    assertThat(devices())
        .containsExactly("d=01/h=23/m=00", "d=02/h=09/m=00", "d=02/h=10/m=00", "single");
    assertThat(report.files()).isEqualTo(5);
    assertThat(report.faults()).singleElement().asString().contains("odd.json:1: ");
  }

  @Test
  void saysInOneLineWhatCannotBeUsed() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    refuses(folder.resolve("missing.json"), "missing.json does not exist: check the path");
    refuses(empty, "no connection row in the folder " + empty);
    refuses(file("nothing.json", ""), "no connection row in [");
    refuses(file("routes.json", record("a").replace("Connections", "Routes")), "no connection row");
    refuses(file("broken.json", "{oops"), "broken.json:1: not JSON");
    refuses(file("picture.png", "\u0089PNG"), "is neither JSON nor a CSV export");
    refuses(file("bare.csv", "TimeGenerated,Level\n1,2"), "has no column for OperationName");
  }

  private void refuses(Path path, String message) {
    assertThatThrownBy(() -> read(path))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message)
        .satisfies(e -> assertThat(String.valueOf(e.getMessage())).doesNotContain("\n"));
  }

  private ReadReport read(Path path) {
    return ConnectionFiles.read(List.of(path), rows::add);
  }

  private List<String> devices() {
    return rows.stream().map(row -> row.device().deviceId()).toList();
  }

  private Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String record(String device) {
    return "{\"time\":\"2026-03-02T00:00:00Z\",\"resourceId\":\""
        + HUB
        + "\",\"operationName\":\"deviceConnect\",\"category\":\"Connections\","
        + "\"level\":\"Information\",\"properties\":"
        + PROPERTIES.formatted(device)
        + "}";
  }

  private static String pretty(String record) {
    return record
        .replaceFirst("^\\{", "  {\n    ")
        .replace(",\"resourceId", ",\n    \"resourceId")
        .replace(",\"operationName", ",\n    \"operationName")
        .replace(",\"category", ",\n    \"category")
        .replace(",\"level", ",\n    \"level")
        .replace(",\"properties", ",\n    \"properties")
        .replaceFirst("\\}$", "\n  }");
  }
}
