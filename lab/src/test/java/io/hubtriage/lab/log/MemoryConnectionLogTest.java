package io.hubtriage.lab.log;

import static io.hubtriage.lab.log.Rows.HUB;
import static io.hubtriage.lab.log.Rows.JAVA;
import static io.hubtriage.lab.log.Rows.WEST;
import static io.hubtriage.lab.log.Rows.at;
import static io.hubtriage.lab.log.Rows.connect;
import static io.hubtriage.lab.log.Rows.drop;
import static io.hubtriage.lab.log.Rows.ingested;
import static io.hubtriage.lab.log.Rows.on;
import static io.hubtriage.lab.log.Rows.refused;
import static io.hubtriage.lab.log.Rows.seenAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.model.Band;
import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Device;
import io.hubtriage.model.Timeline;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectionLog.TimelineQuestion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MemoryConnectionLogTest extends ConnectionLogContract {
  @Override
  public MemoryConnectionLog log(List<ConnectionRow> rows) {
    MemoryConnectionLog.Builder builder = MemoryConnectionLog.builder();
    rows.forEach(builder::add);
    return builder.build();
  }

  @Test
  void listsEachDropOnceWithItsFirstIngestion() {
    MemoryConnectionLog log =
        log(
            List.of(
                connect("8:00:00", "a"),
                ingested(drop("9:00:00", "a", "401003"), "9:20:00"),
                ingested(drop("9:00:00", "a", "401003"), "9:05:00"),
                refused("9:00:00", "a", "401003"),
                drop("9:00:00", "a", ""),
                refused("8:30:00", "b", "777777")));
    assertThat(log.drops())
        .containsExactlyInAnyOrder(
            new Drop(HUB, Device.of("a"), at("9:00:00"), "401003", at("9:05:00")),
            new Drop(HUB, Device.of("a"), at("9:00:00"), "", at("9:02:00")),
            new Drop(HUB, Device.of("b"), at("8:30:00"), "777777", at("8:32:00")));
  }

  @Test
  void tellsTheExplainedRowsOfAWindow() {
    MemoryConnectionLog log =
        log(
            List.of(
                connect("8:00:00", "a"),
                drop("9:05:00", "a", "401003"),
                drop("9:05:01", "a", "404104"),
                drop("9:05:02", "a", "500001"),
                connect("9:05:10", "a"),
                drop("10:10:00", "a", "")));
    TimelineQuestion question =
        new TimelineQuestion(
            new Window(at("9:00:00"), at("10:00:00")),
            Duration.ofHours(3),
            Map.of(
                HUB,
                Map.of(
                    JAVA.cohort(),
                    List.of(new Band(Duration.ofMinutes(64), Duration.ofMinutes(66))))),
            Map.of(),
            Duration.ofMinutes(20),
            10,
            10);
    assertThat(log.explained(question, place -> true).mapToObj(log.drops()::get))
        .extracting(Drop::code)
        .containsExactly("401003", "404104");
  }

  @Test
  void knowsItsHubsAndWhenItsRowsCame() {
    MemoryConnectionLog log =
        log(List.of(drop("9:00:00", "a", ""), on(WEST, drop("8:00:00", "a", ""))));
    assertThat(log.hubs()).containsExactlyInAnyOrder(HUB, WEST);
    assertThat(log.ingestion()).contains(new Window(at("8:02:00"), at("9:02:00.001")));
    assertThat(log.size()).isEqualTo(2);
    assertThat(log(List.of()).ingestion()).isEmpty();
    assertThat(log(List.of()).drops()).isEmpty();
  }

  @Test
  void moreNetworksThanATimelineTellsApartShareTheLast() {
    List<ConnectionRow> rows =
        IntStream.range(0, 300)
            .mapToObj(i -> seenAt("%03d".formatted(i), drop("9:00:" + i * 0.1, "a", "500001")))
            .toList();
    Timeline line =
        log(rows)
            .timelines(
                new TimelineQuestion(
                    new Window(at("9:00:00"), at("10:00:00")),
                    Duration.ofHours(3),
                    Map.of(),
                    Map.of(HUB, Set.of()),
                    Duration.ZERO,
                    10,
                    10))
            .timelines()
            .get(0);
    assertThat(line.network(254)).isEqualTo("254");
    assertThat(line.network(255)).isEqualTo("255");
    assertThat(line.network(299)).isEqualTo("255");
  }
}
