package io.hubtriage.lab.log;

import static io.hubtriage.lab.log.Rows.HUB;
import static io.hubtriage.lab.log.Rows.JAVA;
import static io.hubtriage.lab.log.Rows.NODE;
import static io.hubtriage.lab.log.Rows.WEST;
import static io.hubtriage.lab.log.Rows.at;
import static io.hubtriage.lab.log.Rows.by;
import static io.hubtriage.lab.log.Rows.connect;
import static io.hubtriage.lab.log.Rows.drop;
import static io.hubtriage.lab.log.Rows.ingested;
import static io.hubtriage.lab.log.Rows.on;
import static io.hubtriage.lab.log.Rows.refused;
import static io.hubtriage.lab.log.Rows.row;
import static io.hubtriage.lab.log.Rows.seenAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.model.Band;
import io.hubtriage.model.Client;
import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Device;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Timeline;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectionLog;
import io.hubtriage.sweep.ConnectionLog.TimelineAnswer;
import io.hubtriage.sweep.ConnectionLog.TimelineQuestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Question three, by cases small enough to check by hand. */
interface TimelinesContract extends LogUnderTest {
  Duration SETTLE = Duration.ofMinutes(20);
  Band LIFE = new Band(Duration.ofMinutes(60), Duration.ofMinutes(70));

  @ParameterizedTest(name = "{0} at {1}, back at {2}: {3} unexplained")
  @CsvSource({
    "'',     9:00:00,     9:00:10, 0", // the band's start is inside
    "'',     8:59:59.999, 9:00:10, 1",
    "'',     9:09:59.999, 9:10:10, 0",
    "'',     9:10:00,     9:10:10, 1", // its end is not
    "404104, 9:05:00,     9:05:10, 0",
    "401003, 9:05:00,     9:05:10, 0",
    "409002, 9:05:00,     9:05:10, 1", // not what a token's end looks like
    "500001, 9:05:00,     9:05:10, 1",
    "404104, 9:05:00,     9:05:00, 0", // a connect of the same millisecond comes after
  })
  default void judgesByBandAndSignal(String code, String drop, String back, int unexplained) {
    ConnectionLog log = log(connect("8:00:00", "a"), drop(drop, "a", code), connect(back, "a"));
    assertThat(unexplained(log.timelines(question("8:30:00", "12:00:00")))).isEqualTo(unexplained);
  }

  @Test
  default void anErrorOnAConnectIsJudgedAndStartsNoSession() {
    ConnectionLog log =
        log(
            connect("8:00:00", "a"),
            refused("9:05:00", "a", "401003"),
            drop("9:05:10", "a", "404104"),
            connect("9:05:20", "a"));
    assertThat(unexplained(log.timelines(question("8:30:00", "12:00:00")))).isZero();
  }

  @Test
  default void aDropWithoutAConnectInTheLookBackIsUnexplained() {
    ConnectionLog log =
        log(connect("8:00:00", "a"), drop("9:05:00", "a", ""), connect("9:05:10", "a"));
    TimelineQuestion shallow =
        question("8:30:00", "12:00:00", Duration.ofHours(4).minusMillis(1), 10, 10);
    TimelineQuestion deep = question("8:30:00", "12:00:00", Duration.ofHours(4), 10, 10);
    assertThat(unexplained(log.timelines(shallow))).isEqualTo(1);
    assertThat(unexplained(log.timelines(deep))).isZero();
    assertThat(log.timelines(shallow).timelines().get(0).size()).isEqualTo(2);
  }

  @Test
  default void aDropWithoutReconnectIsExplainedOnlyUntilItHasSettled() {
    ConnectionLog log =
        log(connect("8:00:00", "a"), ingested(drop("9:05:00", "a", "404104"), "9:10:00"));
    assertThat(unexplained(log.timelines(question("9:00:00", "9:29:59.999")))).isZero();
    assertThat(unexplained(log.timelines(question("9:00:00", "9:30:00")))).isEqualTo(1);
  }

  @Test
  default void aReconnectCountsOnceItIsIngested() {
    ConnectionLog log =
        log(
            connect("8:00:00", "a"),
            drop("9:05:00", "a", "404104"),
            ingested(connect("9:05:10", "a"), "10:00:00"));
    assertThat(unexplained(log.timelines(question("9:00:00", "10:00:00")))).isEqualTo(1);
    assertThat(unexplained(log.timelines(question("9:00:00", "10:00:00.001")))).isZero();
  }

  @Test
  default void judgesRowsIngestedInTheSpanOnly() {
    ConnectionLog log =
        log(
            ingested(drop("9:00:00", "a", "500001"), "9:09:59.999"),
            ingested(drop("9:00:00", "b", "500001"), "9:10:00"),
            ingested(drop("9:00:00", "c", "500001"), "9:14:59.999"),
            ingested(drop("9:00:00", "d", "500001"), "9:15:00"));
    assertThat(devices(log.timelines(question("9:10:00", "9:15:00"))))
        .containsExactlyInAnyOrder("b", "c");
  }

  @Test
  default void takesTheCohortFromTheNewestConnectThatTellsIt() {
    Client silent = new Client("", "", "Mqtt", "sas");
    ConnectionRow[] rows = {
      by(NODE, connect("7:00:00", "a")),
      connect("8:00:00", "a"),
      drop("9:05:00", "a", "404104"),
      by(silent, refused("9:05:05", "a", "401003")),
      by(silent, connect("9:05:10", "a")),
    };
    TimelineAnswer sound = log(rows).timelines(question("8:30:00", "12:00:00"));
    assertThat(unexplained(sound)).isZero();

    List<ConnectionRow> changed = new ArrayList<>(List.of(rows));
    changed.add(by(NODE, connect("9:30:00", "a")));
    TimelineAnswer other = log(changed).timelines(question("8:30:00", "12:00:00"));
    assertThat(unexplained(other)).isEqualTo(1);
    assertThat(other.timelines().get(0).client()).isEqualTo(NODE);
  }

  @Test
  default void aClientThatNeverNamesItsSdkIsKnownByTheRest() {
    Client silent = new Client("", "", "Amqp", "x509");
    ConnectionLog log =
        log(
            by(silent, connect("8:00:00", "a")),
            refused("8:10:00", "a", "500001"),
            by(JAVA, drop("8:20:00", "a", "")));
    assertThat(log.timelines(question("8:00:00", "9:00:00")).timelines())
        .extracting(Timeline::client)
        .containsExactly(silent);
  }

  @Test
  default void bandsHoldForTheirHubOnly() {
    ConnectionLog log =
        log(
            on(WEST, connect("8:00:00", "a")),
            on(WEST, drop("9:05:00", "a", "")),
            on(WEST, connect("9:05:10", "a")));
    assertThat(log.timelines(question("8:30:00", "12:00:00")).unexplained())
        .isEqualTo(Map.of(WEST, 1));
  }

  @Test
  default void aTimelineHoldsTheLookBackOnceAndInOrder() {
    ConnectionLog log =
        log(
            drop("9:00:00", "a", "500001"),
            seenAt("", drop("9:00:00", "a", "500001")),
            seenAt("10.9.0.XXX", connect("9:00:30.123", "a")),
            seenAt("", refused("9:00:10", "a", "401003")),
            connect("7:59:59.999", "a"),
            ingested(drop("9:01:00", "a", ""), "10:00:00"),
            connect("8:00:00", "a"),
            connect("8:30:00", "other"),
            row("9:00:20", new Device("a", "m"), Operation.DISCONNECT, "", JAVA));
    TimelineQuestion question = question("9:00:00", "10:00:00", Duration.ofHours(2), 10, 10);
    Timeline line =
        log.timelines(question).timelines().stream()
            .filter(t -> t.device().equals(Device.of("a")))
            .findFirst()
            .orElseThrow();
    assertThat(IntStream.range(0, line.size()).mapToObj(i -> text(line, i)))
        .containsExactly(
            "2026-03-02T08:00:00Z CONNECT NONE 10.0.0.XXX",
            "2026-03-02T09:00:00Z DISCONNECT SERVER_ERROR ",
            "2026-03-02T09:00:10Z CONNECT UNAUTHORIZED ",
            "2026-03-02T09:00:30.123Z CONNECT NONE 10.9.0.XXX");
  }

  @Test
  default void aModuleHasATimelineOfItsOwn() {
    ConnectionLog log =
        log(
            connect("8:00:00", "a"),
            row("8:10:00", new Device("a", "m"), Operation.DISCONNECT, "500001", JAVA));
    TimelineAnswer answer = log.timelines(question("8:00:00", "9:00:00"));
    assertThat(answer.timelines())
        .extracting(Timeline::device)
        .containsExactly(new Device("a", "m"));
    assertThat(answer.timelines().get(0).size()).isEqualTo(1);
  }

  @Test
  default void watchedDevicesAreToldWhateverTheyDid() {
    ConnectionLog log =
        log(connect("8:00:00", "a"), connect("8:00:00", "b"), on(WEST, connect("8:00:00", "a")));
    TimelineQuestion question =
        new TimelineQuestion(
            new Window(at("9:00:00"), at("9:05:00")),
            LOOK_BACK,
            Map.of(),
            Map.of(HUB, Set.of(Device.of("a"), Device.of("never seen"))),
            SETTLE,
            10,
            10);
    TimelineAnswer answer = log.timelines(question);
    assertThat(answer.timelines()).hasSize(1);
    assertThat(answer.timelines().get(0).hub()).isEqualTo(HUB);
    assertThat(devices(answer)).containsExactly("a");
    assertThat(answer.unexplained()).isEmpty();
  }

  @Test
  default void aboveTheLimitTellsTheSameSampleEveryTimeAndTheWatched() {
    List<ConnectionRow> storm = new ArrayList<>();
    IntStream.range(0, 20).forEach(i -> storm.add(drop("9:00:00", "dev-" + i, "500001")));
    storm.add(on(WEST, drop("9:00:00", "dev-0", "500001")));
    storm.add(connect("8:00:00", "sound"));

    TimelineAnswer all = log(storm).timelines(storm(20));
    assertThat(all.timelines()).hasSize(22);
    TimelineAnswer answer = log(storm).timelines(storm(19));
    assertThat(answer.unexplained()).isEqualTo(Map.of(HUB, 20, WEST, 1));
    assertThat(answer.timelines()).hasSize(5 + 1 + 1);

    Collections.reverse(storm);
    IntStream.range(0, 20).forEach(i -> storm.add(drop("9:00:01", "dev-" + i, "500008")));
    assertThat(devices(log(storm).timelines(storm(19))))
        .containsExactlyInAnyOrderElementsOf(devices(answer));
  }

  private static TimelineQuestion storm(int limit) {
    return new TimelineQuestion(
        new Window(at("9:00:00"), at("9:05:00")),
        LOOK_BACK,
        Map.of(),
        Map.of(HUB, Set.of(Device.of("sound"))),
        SETTLE,
        limit,
        5);
  }

  private static TimelineQuestion question(String from, String to) {
    return question(from, to, LOOK_BACK, 10, 10);
  }

  private static TimelineQuestion question(
      String from, String to, Duration lookBack, int limit, int sample) {
    return new TimelineQuestion(
        new Window(at(from), at(to)),
        lookBack,
        Map.of(HUB, Map.of(JAVA.cohort(), List.of(LIFE))),
        Map.of(),
        SETTLE,
        limit,
        sample);
  }

  private static int unexplained(TimelineAnswer answer) {
    return answer.unexplained().getOrDefault(HUB, 0);
  }

  private static List<String> devices(TimelineAnswer answer) {
    return answer.timelines().stream().map(line -> line.device().deviceId()).toList();
  }

  private static String text(Timeline line, int i) {
    return line.time(i) + " " + line.operation(i) + " " + line.signal(i) + " " + line.network(i);
  }
}
