package io.hubtriage.lab.log;

import static io.hubtriage.lab.log.Rows.HUB;
import static io.hubtriage.lab.log.Rows.JAVA;
import static io.hubtriage.lab.log.Rows.NODE;
import static io.hubtriage.lab.log.Rows.at;
import static io.hubtriage.lab.log.Rows.by;
import static io.hubtriage.lab.log.Rows.connect;
import static io.hubtriage.lab.log.Rows.drop;
import static io.hubtriage.lab.log.Rows.ingested;
import static io.hubtriage.lab.log.Rows.refused;
import static io.hubtriage.lab.log.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.model.Device;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectionLog;
import io.hubtriage.sweep.ConnectionLog.Ending;
import io.hubtriage.sweep.ConnectionLog.Reconnect;
import io.hubtriage.sweep.ConnectionLog.SessionCount;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Question two, by cases small enough to check by hand. */
interface SessionsContract extends LogUnderTest {
  @Test
  default void runFromAConnectToTheFirstDropOrError() {
    ConnectionLog log =
        log(
            connect("8:00:00", "a"),
            drop("9:05:59.999", "a", "401003"),
            drop("9:06:30", "a", "404104"),
            connect("9:06:59.999", "a"));
    assertThat(sessions(log))
        .containsExactly(session(65, Ending.REFUSED, Reconnect.WITHIN_MINUTE, 1, 1));
  }

  @ParameterizedTest(name = "{0} then {1}: {2}")
  @CsvSource({
    "'',       '',       QUIET",
    "404104,   '',       CLOSED",
    "'',       401003,   REFUSED",
    "404104,   401003,   REFUSED",
    "401003,   409002,   OTHER",
    "500001,   404104,   OTHER",
  })
  default void endAsAllRowsBeforeTheNextConnectSay(String first, String second, Ending ending) {
    ConnectionLog log =
        log(
            connect("8:00:00", "a"),
            drop("8:10:00", "a", first),
            refused("8:10:01", "a", second.isEmpty() ? first : second),
            connect("8:10:05", "a"),
            drop("8:20:00", "a", "429001"));
    ConnectionLog quiet =
        log(
            connect("8:00:00", "a"),
            drop("8:10:00", "a", first),
            drop("8:10:01", "a", second),
            connect("8:10:05", "a"),
            drop("8:20:00", "a", "429001"));
    assertThat(sessions(second.isEmpty() ? quiet : log))
        .contains(session(10, ending, Reconnect.WITHIN_MINUTE, 1, 1));
  }

  @ParameterizedTest
  @CsvSource({"9:01:00, WITHIN_MINUTE", "9:01:00.001, LATER"})
  default void tellHowSoonTheDeviceCameBack(String back, Reconnect reconnect) {
    ConnectionLog log = log(connect("8:00:00", "a"), drop("9:00:00", "a", ""), connect(back, "a"));
    assertThat(sessions(log)).containsExactly(session(60, Ending.QUIET, reconnect, 1, 1));
  }

  @Test
  default void knowNoReconnectBeforeItWasIngested() {
    ConnectionLog log =
        log(
            connect("8:00:00", "a"),
            drop("9:00:00", "a", ""),
            ingested(connect("9:00:10", "a"), "9:10:00"));
    assertThat(log.sessions(DAY, LOOK_BACK, at("9:10:00")))
        .containsExactly(session(60, Ending.QUIET, Reconnect.NOT_YET, 1, 1));
    assertThat(log.sessions(DAY, LOOK_BACK, at("9:10:00.001")))
        .containsExactly(session(60, Ending.QUIET, Reconnect.WITHIN_MINUTE, 1, 1));
  }

  @Test
  default void areNotStartedByAConnectThatFailed() {
    ConnectionLog log =
        log(
            connect("8:00:00", "a"),
            refused("8:30:00", "a", "401003"),
            drop("8:40:00", "a", "404104"));
    assertThat(sessions(log)).containsExactly(session(30, Ending.REFUSED, Reconnect.NOT_YET, 1, 1));
  }

  @Test
  default void whoseEndWasLostAreLeftOut() {
    ConnectionLog log =
        log(connect("8:00:00", "a"), connect("8:30:00", "a"), drop("8:40:00", "a", ""));
    assertThat(sessions(log)).containsExactly(session(10, Ending.QUIET, Reconnect.NOT_YET, 1, 1));
  }

  @Test
  default void endBeforeAConnectOfTheSameMillisecondStarts() {
    ConnectionLog log =
        log(
            connect("8:00:00", "a"),
            connect("8:10:00", "a"),
            drop("8:10:00", "a", ""),
            drop("8:12:00", "a", ""));
    assertThat(sessions(log))
        .containsExactlyInAnyOrder(
            session(10, Ending.QUIET, Reconnect.WITHIN_MINUTE, 1, 1),
            session(2, Ending.QUIET, Reconnect.NOT_YET, 1, 1));
  }

  @Test
  default void countWhereTheirEndLies() {
    ConnectionLog log = log(connect("8:00:00", "a"), drop("9:00:00", "a", ""));
    assertThat(log.sessions(new Window(at("8:00:00"), at("9:00:00")), LOOK_BACK, DAY.end()))
        .isEmpty();
    assertThat(log.sessions(new Window(at("9:00:00"), at("9:00:01")), LOOK_BACK, DAY.end()))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"59, 0", "60, 1"})
  default void needTheirConnectInTheLookBack(int minutes, int found) {
    ConnectionLog log = log(connect("8:00:00", "a"), drop("9:00:00", "a", ""));
    assertThat(log.sessions(DAY, Duration.ofMinutes(minutes), DAY.end())).hasSize(found);
  }

  @Test
  default void areCountedByCohortOfTheirConnectWithDevicesApart() {
    ConnectionLog log =
        log(
            connect("8:00:00", "a"),
            drop("8:05:00", "a", ""),
            connect("9:00:00", "a"),
            drop("9:05:00", "a", ""),
            by(NODE, connect("10:00:00", "a")),
            drop("10:05:00", "a", ""),
            row("8:00:00", new Device("a", "m"), Operation.CONNECT, "", JAVA),
            row("8:05:30", new Device("a", "m"), Operation.DISCONNECT, "", JAVA),
            connect("8:00:00", "b"),
            drop("8:05:59", "b", ""));
    assertThat(sessions(log))
        .containsExactlyInAnyOrder(
            new SessionCount(HUB, JAVA.cohort(), 5, Ending.QUIET, Reconnect.LATER, 2, 1),
            new SessionCount(HUB, JAVA.cohort(), 5, Ending.QUIET, Reconnect.NOT_YET, 2, 2),
            new SessionCount(HUB, NODE.cohort(), 5, Ending.QUIET, Reconnect.NOT_YET, 1, 1));
  }

  private List<SessionCount> sessions(ConnectionLog log) {
    return log.sessions(DAY, LOOK_BACK, DAY.end());
  }

  private SessionCount session(
      int minutes, Ending ending, Reconnect reconnect, long sessions, long devices) {
    return new SessionCount(HUB, JAVA.cohort(), minutes, ending, reconnect, sessions, devices);
  }
}
