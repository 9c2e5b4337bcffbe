package io.hubtriage.lab.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubtriage.lab.cli.InputException;
import io.hubtriage.lab.read.ReadReport.Fault;
import io.hubtriage.model.Cause;
import io.hubtriage.model.ConnectionEvent;
import io.hubtriage.model.ConnectionEvent.State;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The metric, event and label files. */
final class LabFilesTest {
  private static final String EVENT =
      "{\"topic\":\"/SUBSCRIPTIONS/S/IOTHUBS/EAST\",\"eventType\":"
          + "\"Microsoft.Devices.DeviceConnected\",\"eventTime\":\"2026-03-02T00:01:47.5647430Z\","
          + "\"data\":{\"deviceConnectionStateEventInfo\":{\"sequenceNumber\":\"00ab\"},"
          + "\"hubName\":\"east\",\"deviceId\":\"a\",\"moduleId\":\"\"},"
          + "\"receivedAt\":\"2026-03-02T00:01:49Z\"}";
  private static final String CLOUD_EVENT =
      "{\"specversion\":\"1.0\",\"source\":\"/subscriptions/s/iothubs/east#devices/b\",\"type\":"
          + "\"Microsoft.Devices.DeviceDisconnected\",\"time\":\"2026-03-02T00:02:00+00:00\","
          + "\"data\":{\"deviceConnectionStateEventInfo\":{\"sequenceNumber\":\"1\"},"
          + "\"hubName\":\"east\",\"deviceId\":\"b\",\"moduleId\":\"m\"}}";

  private final Path folder;

  LabFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readsEventsOfBothSchemasOneOrAnArrayALine() throws IOException {
    String created = EVENT.replace("DeviceConnected", "DeviceCreated");
    String bad = EVENT.replace("00ab", "xyz");
    List<ReceivedEvent> events = new ArrayList<>();
    ReadReport report =
        EventFile.read(
            file("[" + EVENT + "," + CLOUD_EVENT + "]", created, bad, "{oops", EVENT), events::add);
    ConnectionEvent first =
        new ConnectionEvent(
            new Hub("/subscriptions/s/iothubs/east"),
            Device.of("a"),
            State.CONNECTED,
            Instant.parse("2026-03-02T00:01:47.564743Z"),
            "0".repeat(62) + "AB");
    ConnectionEvent second =
        new ConnectionEvent(
            first.hub(),
            new Device("b", "m"),
            State.DISCONNECTED,
            Instant.parse("2026-03-02T00:02:00Z"),
            "0".repeat(63) + "1");
    ReceivedEvent again = new ReceivedEvent(first, Instant.parse("2026-03-02T00:01:49Z"));
    assertThat(events).containsExactly(again, new ReceivedEvent(second, second.eventTime()), again);
    assertThat(report.others()).isEqualTo(1);
    assertThat(report.faults()).extracting(Fault::line).containsExactly(3L, 4L);
  }

  @Test
  void readsTheMetricAndCountsGapsAsOthers() throws IOException {
    String head = "{\"time\":\"2026-03-02T00:01:00.0000000Z\",\"resourceId\":\"/S/EAST\",";
    List<Object> read = new ArrayList<>();
    ReadReport report =
        MetricFile.read(
            file(
                head
                    + "\"metricName\":\"connectedDeviceCount\",\"average\":1.5,\"minimum\":1,"
                    + "\"maximum\":2}",
                head + "\"metricName\":\"connectedDeviceCount\",\"average\":7}",
                head + "\"metricName\":\"connectedDeviceCount\",\"average\":null}",
                head + "\"metricName\":\"totalDeviceCount\",\"average\":7}"),
            (hub, sample) -> read.addAll(List.of(hub.name(), sample)));
    Instant minute = Instant.parse("2026-03-02T00:01:00Z");
    assertThat(read)
        .containsExactly(
            "east", new CountSample(minute, 1.5, 1, 2), "east", new CountSample(minute, 7, 7, 7));
    assertThat(report.others()).isEqualTo(2);
  }

  @Test
  void readsTruthAndAttributions() throws IOException {
    String head = "{\"time\":\"2026-03-02T00:00:12.2599999Z\",\"hub\":\"EAST\",\"deviceId\":\"a\",";
    List<LabelledRow> rows = new ArrayList<>();
    ReadReport report =
        LabelFile.read(
            file(
                head + "\"moduleId\":\"\",\"code\":\"404104\",\"cause\":\"connection-lost\"}",
                head + "\"code\":\"\",\"cause\":\"unknown\",\"firstCause\":\"throttled\"}",
                head + "\"code\":\"\",\"cause\":\"unknown\",\"firstCause\":null}",
                head + "\"code\":\"\",\"cause\":\"weather\"}"),
            rows::add);
    Instant time = Instant.parse("2026-03-02T00:00:12.259Z");
    RowId coded = new RowId(time, "east", Device.of("a"), "404104");
    RowId plain = new RowId(time, "east", Device.of("a"), "");
    assertThat(rows)
        .containsExactly(
            new LabelledRow(coded, Cause.CONNECTION_LOST, Cause.CONNECTION_LOST),
            new LabelledRow(plain, Cause.UNKNOWN, Cause.THROTTLED),
            new LabelledRow(plain, Cause.UNKNOWN, Cause.UNKNOWN));
    assertThat(report.faults())
        .singleElement()
        .satisfies(f -> assertThat(f.what()).isEqualTo("no cause has the code weather"));
  }

  @Test
  void refusesWhatIsNotJson() throws IOException {
    Path csv = file("TimeGenerated,properties_s");
    assertThatThrownBy(() -> LabelFile.read(csv, row -> {}))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is not JSON lines");
    assertThatThrownBy(() -> LabelFile.read(folder, row -> {}))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is a folder: give the file itself");
  }

  private Path file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("file.jsonl"), String.join("\n", lines));
  }
}
