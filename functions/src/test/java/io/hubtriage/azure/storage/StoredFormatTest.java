package io.hubtriage.azure.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hubtriage.contract.Samples;
import io.hubtriage.contract.WatchMemoryContract;
import io.hubtriage.diagnose.Baseline;
import io.hubtriage.diagnose.Burst;
import io.hubtriage.diagnose.SessionHistogram;
import io.hubtriage.incident.Blindness;
import io.hubtriage.incident.Budget;
import io.hubtriage.incident.Facts;
import io.hubtriage.incident.Notice;
import io.hubtriage.incident.NoticeKind;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Cohort;
import io.hubtriage.model.Device;
import io.hubtriage.model.Evidence.Finding;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Population;
import io.hubtriage.model.Severity;
import io.hubtriage.model.Trait;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.DayTally;
import io.hubtriage.sweep.HubEvents;
import io.hubtriage.sweep.HubEvents.Absence;
import io.hubtriage.sweep.HubEvents.Crowd;
import io.hubtriage.sweep.HubMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is in people's tables. A release must read what the one before it wrote, so a file here that
 * a release has shipped with is only ever added to: approve when a field was added, and never when
 * one was renamed, removed or means something else. That takes a new version, and a reader of both.
 */
final class StoredFormatTest {
  private static final Path FILES = Path.of("src/test/resources/io/hubtriage/azure/storage");
  private static final Instant NOON = Samples.NOON;
  private static final Cohort COHORT = new Cohort(".NET", "sas", "Mqtt");

  static Stream<Arguments> documents() {
    return Stream.of(
        document(
            "incident",
            Samples.incidents(Samples.HUB, NOON).get(0),
            IncidentJson::write,
            IncidentJson::read),
        document(
            "notice-incident",
            OutboxRow.of(Samples.notice(Samples.HUB, NOON), "ops"),
            NoticeJson::write,
            NoticeJson::row),
        document("notice-digest", outbox(digest()), NoticeJson::write, NoticeJson::row),
        document("notice-summary", outbox(summary()), NoticeJson::write, NoticeJson::row),
        document("notice-blindness", outbox(blindness()), NoticeJson::write, NoticeJson::row),
        document("vigil", WatchMemoryContract.full(), VigilJson::write, VigilJson::read),
        document("memory", memory(), MemoryJson::write, MemoryJson::read),
        document("events", events(), EventsJson::write, EventsJson::read),
        document(
            "budget", Budget.TEAMS.take(NOON).orElseThrow(), BudgetJson::write, BudgetJson::read));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void storedDocumentIsReadAndWrittenAsEver(
      String name, Object value, Function<Object, Body> writer, Function<Fields, Object> reader)
      throws IOException {
    Path file = FILES.resolve(name + ".v" + StoredJson.VERSION + ".json");
    String written = StoredJson.write(writer.apply(value)) + "\n";
    if (Boolean.getBoolean("approve") && System.getenv("CI") == null) {
      Files.createDirectories(FILES);
      Files.writeString(file, written);
    }
    assertThat(file).exists();
    String stored = Files.readString(file);
    assertThat(StoredJson.read(stored, reader)).isEqualTo(value);
    assertThat(written).isEqualTo(stored);
  }

  private static <T> Arguments document(
      String name, T value, Function<T, Body> writer, Function<Fields, T> reader) {
    return argumentSet(name, name, value, writer, reader);
  }

  private static OutboxRow outbox(Facts facts) {
    Notice notice = new Notice("abc-1", NoticeKind.DIGEST, NOON, facts);
    return new OutboxRow(
        notice, "ops", OutboxRow.State.SENT, 2, NOON.plusSeconds(120), Optional.of(NOON), "200");
  }

  private static Facts digest() {
    return new Facts.OfDigest(
        Samples.HUB,
        new Window(NOON.minusSeconds(86_400), NOON),
        Map.of(Cause.SAS_TOKEN_RENEWAL, 1_200L, Cause.UNKNOWN, 3L),
        List.of(line(Optional.of(NOON))),
        List.of(new Facts.Life(COHORT, Duration.ofMinutes(65), 400)),
        new Facts.Coverage(Optional.of(NOON), 1_440, 1_440),
        List.of(Finding.of("advice-longer-life", "life", Duration.ofMinutes(65), "rows", 1_200L)));
  }

  private static Facts summary() {
    return new Facts.OfSummary(Samples.HUB, List.of(line(Optional.empty())));
  }

  private static Facts blindness() {
    return new Facts.OfBlindness(
        "blind-abc",
        Samples.HUB,
        Blindness.ROWS_MISSING,
        NOON.minusSeconds(7_200),
        Optional.of(NOON),
        Finding.of("blind-rows-missing", "since", NOON, "usual", Duration.ofMinutes(40)));
  }

  private static Facts.Line line(Optional<Instant> resolvedAt) {
    return new Facts.Line(
        "abc",
        NoticeKind.OPENED,
        Cause.CRASH_LOOP,
        Severity.ERROR,
        Impact.FLAPPING,
        3,
        NOON.minusSeconds(60),
        resolvedAt);
  }

  private static HubMemory memory() {
    return new HubMemory(
        new SessionHistogram(Map.of(COHORT, Map.of(65, new SessionHistogram.Bin(400, 100, 390)))),
        new Baseline(Map.of(NOON, 2)),
        List.of(new Burst("10.1.2.xxx", NOON, List.of(0.5, 12.0))),
        Set.of(new Device("a#b", "mod")),
        Map.of(Device.of("back"), NOON),
        Map.of(NOON, new DayTally(Map.of(Cause.THROTTLED, 7L), 30, Optional.of(NOON))),
        new Population(
            NOON,
            400,
            Map.of(
                Trait.any(Trait.Kind.SDK),
                390L,
                new Trait(Trait.Kind.NETWORK, "10.1.2.xxx"),
                12L)));
  }

  private static HubEvents events() {
    Device device = new Device("a#b", "mod");
    return new HubEvents(
        Optional.of(NOON),
        Map.of(device, new Absence(NOON.minusSeconds(60), NOON, "0".repeat(63) + "A")),
        3,
        List.of(new Crowd(NOON.minusSeconds(60), NOON, Map.of(device, NOON), 70)),
        new Baseline(Map.of(NOON, 2)),
        new Baseline(Map.of(NOON, 5)));
  }
}
