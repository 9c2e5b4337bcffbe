package io.hubtriage.diagnose;

import static io.hubtriage.diagnose.Log.millis;
import static io.hubtriage.model.Signal.CLOSED_REMOTELY;
import static io.hubtriage.model.Signal.NONE;
import static io.hubtriage.model.Signal.UNAUTHORIZED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class DropsTest {
  static Stream<Arguments> starts() {
    return Stream.of(
        argumentSet(
            "connect seen",
            pump().connect("00:00").drop("01:05", NONE),
            Drop.Start.CONNECT,
            3_900_000L),
        argumentSet("nothing before", pump().drop("01:05", NONE), Drop.Start.UNSEEN, 0L),
        argumentSet(
            "a pair, 10 s apart",
            pump().connect("00:00").drop("01:05", UNAUTHORIZED).drop("01:05:10", CLOSED_REMOTELY),
            Drop.Start.SAME_BREAK,
            3_900_000L),
        argumentSet(
            "no pair any more",
            pump().connect("00:00").drop("01:05", UNAUTHORIZED).drop("01:05:10.001", NONE),
            Drop.Start.LOST_CONNECT,
            10_001L),
        argumentSet(
            "a retry after 20 min",
            pump().drop("00:00", NONE).refused("00:20", UNAUTHORIZED),
            Drop.Start.SAME_BREAK,
            0L),
        argumentSet(
            "no retry any more",
            pump().drop("00:00", NONE).refused("00:20:00.001", UNAUTHORIZED),
            Drop.Start.LOST_CONNECT,
            1_200_001L),
        argumentSet(
            "a connect in the millisecond of the drop before",
            pump().drop("00:10", NONE).connect("00:10").drop("00:10:05", NONE),
            Drop.Start.CONNECT,
            5_000L),
        argumentSet(
            "the newest connect counts",
            pump().connect("00:00").connect("00:30").drop("01:00", NONE),
            Drop.Start.CONNECT,
            1_800_000L));
  }

  @ParameterizedTest
  @MethodSource("starts")
  void howASessionBegan(Log log, Drop.Start start, long session) {
    List<Drop> drops = log.drops();
    Drop last = drops.get(drops.size() - 1);
    assertThat(last.start()).isEqualTo(start);
    assertThat(last.session()).isEqualTo(session);
  }

  @ParameterizedTest
  @CsvSource({
    "3.000, INSTANT",
    "3.001, QUICK",
    "12.000, QUICK",
    "12.001, MINUTE",
    "75.000, MINUTE",
    "75.001, MINUTES",
    "600.000, MINUTES",
    "600.001, LONG",
    "0.000, INSTANT"
  })
  void howSoonADeviceIsBack(double seconds, Reconnect reconnect) {
    Log log =
        pump()
            .connect("00:00")
            .drop("01:00", NONE)
            .connect(Log.at("01:00").plusMillis(Math.round(seconds * 1000)));
    assertThat(log.drops().get(0).reconnect()).isEqualTo(reconnect);
    assertThat(log.drops().get(0).reconnectMillis()).isEqualTo(Math.round(seconds * 1000));
  }

  @Test
  void silenceProvesNothingUntilTheRowsHaveSettled() {
    Log log = pump().connect("00:00").drop("01:00", NONE);
    assertThat(Drops.of(log.timeline(), millis("01:00"), millis -> false).get(0).reconnect())
        .isEqualTo(Reconnect.OPEN);
    assertThat(Drops.of(log.timeline(), millis("01:00") + 1, millis -> false).get(0).reconnect())
        .isEqualTo(Reconnect.NEVER);
  }

  @Test
  void aLaterSessionProvesThatAConnectGotLost() {
    List<Drop> drops =
        pump().connect("00:00").drop("01:00", NONE).drop("02:00", NONE).connect("02:00:05").drops();
    assertThat(drops.get(0).reconnect())
        .as("its own connect row is gone")
        .isEqualTo(Reconnect.OPEN);
    assertThat(drops.get(1).reconnect()).isEqualTo(Reconnect.QUICK);
  }

  @Test
  void aRowKeepsTheNetworkOfTheLastOneThatTold() {
    List<Drop> drops =
        pump().from("198.51.100.XXX").connect("00:00").from("").drop("01:00", NONE).drops();
    assertThat(drops.get(0).network()).isEqualTo("198.51.100.XXX");
  }

  private static Log pump() {
    return Log.device("pump");
  }
}
