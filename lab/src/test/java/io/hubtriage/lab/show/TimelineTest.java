package io.hubtriage.lab.show;

import static io.hubtriage.lab.show.OutFolder.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bins and sums of a hub's minutes. */
final class TimelineTest {
  @TempDir private Path dir = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "1,        1",
    "398,      1", // With the two that a border may cut, exactly as many as are drawn.
    "399,      2",
    "1560,     5",
    "10080,   30",
    "525600, 1440"
  })
  void binsAreRoundAndFew(long minutes, long bin) {
    new OutFolder(dir)
        .row(NOON, "crash-loop")
        .row(NOON.plus(Duration.ofMinutes(minutes)), "throttled");
    ObjectNode line = timeline(Map.of("hub", "h"));
    assertThat(line.path("bin").asLong()).isEqualTo(bin * 60);
    assertThat(line.path("bins").asInt()).isBetween(1, Timeline.MOST);
    assertThat(sum(line, "crash-loop")).isEqualTo(1);
    assertThat(sum(line, "throttled")).isEqualTo(1);
  }

  @Test
  void aRangeHasItsFirstAndLastMinute() {
    OutFolder folder = new OutFolder(dir);
    for (int minute = 0; minute < 60; minute++) {
      folder.row(NOON.plus(Duration.ofMinutes(minute)), "unknown");
    }
    ObjectNode line = timeline(Map.of("hub", "h", "from", at(10 * 60), "to", at(19 * 60 + 59)));
    assertThat(line.path("start").asLong()).isEqualTo(NOON.getEpochSecond() + 600);
    assertThat(sum(line, "unknown")).isEqualTo(10);
  }

  @Test
  void aRangeOutsideIsCutToWhatThereIs() {
    new OutFolder(dir).row(NOON, "unknown");
    ObjectNode line = timeline(Map.of("hub", "h", "from", "0", "to", at(9_999_999)));
    assertThat(line.path("bins").asInt()).isEqualTo(1);
    assertThat(sum(line, "unknown")).isEqualTo(1);
  }

  @Test
  void theMetricIsAveragedAndItsGapsStayGaps() {
    OutFolder folder = new OutFolder(dir);
    folder.sample(NOON, 10, 8).sample(NOON.plusSeconds(60), 20, 15);
    folder.sample(NOON.plus(Duration.ofMinutes(500)), 30, 30);
    ObjectNode line = timeline(Map.of("hub", "h"));
    assertThat(line.path("bin").asLong()).isEqualTo(120);
    assertThat(line.path("average").path(0).asDouble()).isEqualTo(15);
    assertThat(line.path("minimum").path(0).asDouble()).isEqualTo(8);
    assertThat(line.path("average").path(1).isNull()).isTrue();
    assertThat(line.path("average").path(250).asDouble()).isEqualTo(30);
  }

  @Test
  void aCauseOfALaterVersionIsUnknownHere() {
    new OutFolder(dir).row(NOON, "sunspots");
    assertThat(sum(timeline(Map.of("hub", "h")), "unknown")).isEqualTo(1);
  }

  private ObjectNode timeline(Map<String, String> asked) {
    return Timeline.of(new Minutes(dir).now(), asked);
  }

  private static String at(long seconds) {
    return Long.toString(NOON.getEpochSecond() + seconds);
  }

  private static long sum(ObjectNode line, String cause) {
    return StreamSupport.stream(line.path("causes").path(cause).spliterator(), false)
        .mapToLong(count -> count.asLong())
        .sum();
  }
}
