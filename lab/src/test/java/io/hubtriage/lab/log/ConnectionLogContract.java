package io.hubtriage.lab.log;

import static io.hubtriage.lab.log.Rows.HUB;
import static io.hubtriage.lab.log.Rows.JAVA;
import static io.hubtriage.lab.log.Rows.NODE;
import static io.hubtriage.lab.log.Rows.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.model.Band;
import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Device;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Timeline;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectionLog;
import io.hubtriage.sweep.ConnectionLog.SessionCount;
import io.hubtriage.sweep.ConnectionLog.TimelineQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/**
 * What every connection log must answer: the cases of the four questions, and below what holds for
 * any rows. Subclass it with a log to test.
 */
abstract class ConnectionLogContract
    implements ActivityContract, SessionsContract, TimelinesContract, PopulationContract {
  private static final int SPAN_MINUTES = 180;

  @Property(tries = 200)
  void orderAndDoublesChangeNothing(
      @ForAll("rows") List<ConnectionRow> rows,
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = SPAN_MINUTES) int now) {
    List<ConnectionRow> shuffled = new ArrayList<>(rows);
    rows.stream()
        .filter(row -> random.nextInt(3) == 0)
        .map(row -> Rows.ingested(row, row.ingestedAt().plusSeconds(random.nextInt(1200))))
        .forEach(shuffled::add);
    Collections.shuffle(shuffled, random);
    assertThat(answers(log(shuffled), minute(now))).isEqualTo(answers(log(rows), minute(now)));
  }

  @Property(tries = 200)
  void theFutureShowsNowhere(
      @ForAll("rows") List<ConnectionRow> rows,
      @ForAll @IntRange(min = 1, max = SPAN_MINUTES) int now) {
    List<ConnectionRow> known =
        rows.stream().filter(row -> row.ingestedAt().isBefore(minute(now))).toList();
    assertThat(answers(log(rows), minute(now))).isEqualTo(answers(log(known), minute(now)));
  }

  @Property(tries = 200)
  void sessionsOfAdjacentWindowsAddUp(
      @ForAll("rows") List<ConnectionRow> rows,
      @ForAll @IntRange(min = 0, max = SPAN_MINUTES) int cut) {
    ConnectionLog log = log(rows);
    Map<SessionCount, Long> parts =
        Stream.of(new Window(DAY.start(), minute(cut)), new Window(minute(cut), DAY.end()))
            .flatMap(window -> log.sessions(window, LOOK_BACK, DAY.end()).stream())
            .collect(
                Collectors.groupingBy(
                    ConnectionLogContract::look, Collectors.summingLong(SessionCount::sessions)));
    assertThat(parts)
        .isEqualTo(
            log.sessions(DAY, LOOK_BACK, DAY.end()).stream()
                .collect(Collectors.toMap(ConnectionLogContract::look, SessionCount::sessions)));
  }

  private static SessionCount look(SessionCount count) {
    return new SessionCount(
        count.hub(), count.cohort(), count.minutes(), count.ending(), count.reconnect(), 0, 0);
  }

  /** Every answer of a moment, in a form that can be compared. */
  private static List<Object> answers(ConnectionLog log, Instant now) {
    Window recent = new Window(now.minus(Duration.ofHours(1)).plusMillis(30_500), now);
    TimelineQuestion question =
        new TimelineQuestion(
            recent,
            Duration.ofHours(2),
            Map.of(
                HUB,
                Map.of(
                    JAVA.cohort(),
                    List.of(new Band(Duration.ofMinutes(10), Duration.ofMinutes(30))))),
            Map.of(HUB, Set.of(Device.of("a"))),
            Duration.ofMinutes(20),
            2,
            1);
    var answer = log.timelines(question);
    return List.of(
        new HashSet<>(log.activity(recent, now)),
        new HashSet<>(log.sessions(recent, Duration.ofHours(2), now)),
        log.population(HUB, PopulationContract.ALL, recent, now),
        answer.unexplained(),
        answer.timelines().stream()
            .map(ConnectionLogContract::text)
            .collect(Collectors.toCollection(HashSet::new)));
  }

  private static String text(Timeline line) {
    return line.hub().name()
        + line.device()
        + line.client()
        + IntStream.range(0, line.size())
            .mapToObj(i -> line.packed(i) + line.network(i))
            .collect(Collectors.joining(","));
  }

  private static Instant minute(int minute) {
    return at("8:00:00").plus(Duration.ofMinutes(minute));
  }

  @Provide
  Arbitrary<List<ConnectionRow>> rows() {
    Arbitrary<ConnectionRow> row =
        Combinators.combine(
                Arbitraries.of(Device.of("a"), Device.of("b"), new Device("a", "m")),
                Arbitraries.integers().between(0, SPAN_MINUTES * 4),
                Arbitraries.of(Operation.values()),
                Arbitraries.frequencyOf(
                    Tuple.of(6, Arbitraries.just("")),
                    Tuple.of(4, Arbitraries.of("404104", "401003", "409002", "500001"))),
                Arbitraries.of(JAVA, NODE),
                Arbitraries.integers().between(0, 1200))
            .as(
                (device, quarters, operation, code, client, delay) -> {
                  Instant time = at("8:00:00").plusSeconds(quarters * 15L);
                  return new ConnectionRow(
                      HUB,
                      device,
                      time,
                      operation,
                      code,
                      "",
                      client,
                      "10.0." + quarters % 3 + ".XXX",
                      time.plusSeconds(delay));
                });
    return row.list()
        .ofMaxSize(40)
        .uniqueElements(r -> List.of(r.device(), r.time(), r.operation(), r.code()));
  }
}
