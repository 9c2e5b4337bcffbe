package io.hubtriage.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Device;
import io.hubtriage.model.Signal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Verdicts that rest on what is missing from the log wait until it can no longer come. */
final class WaitingVerdictsTest {
  private static Log loss() {
    return Log.device("pump")
        .x509()
        .sessions("00:00", Signal.CLOSED_REMOTELY, 40, Log.minutes(131, 170, 35));
  }

  @Test
  void aLossIsUnknownUntilNothingMoreCanCome() {
    Instant dropped = at(loss(), 2);
    String before = clock(dropped.plus(Log.SETTLE));
    String after = clock(dropped.plus(Log.SETTLE).plusMillis(1_000));
    assertThat(Log.causes(loss(), before).get(2)).isEqualTo(Cause.UNKNOWN);
    assertThat(Log.causes(loss(), after).get(2)).isEqualTo(Cause.CONNECTION_LOST);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        argumentSet(
            "once, and the connect is not seen",
            Cause.UNKNOWN,
            Log.device("a").connect("00:00").drop("00:31", Signal.UNAUTHORIZED),
            "00:40"),
        argumentSet(
            "19 s apart is one attempt",
            Cause.UNKNOWN,
            Log.device("a")
                .refused("00:31", Signal.UNAUTHORIZED)
                .refused("00:31:19", Signal.UNAUTHORIZED),
            "00:40"),
        argumentSet(
            "again after 20 s",
            Cause.AUTHENTICATION_FAILURE,
            Log.device("a")
                .refused("00:31", Signal.UNAUTHORIZED)
                .refused("00:31:20", Signal.UNAUTHORIZED),
            "02:00"),
        argumentSet(
            "again and again on disconnect rows",
            Cause.AUTHENTICATION_FAILURE,
            Log.device("a")
                .drop("00:31", Signal.UNAUTHORIZED)
                .drop("00:41", Signal.UNAUTHORIZED)
                .drop("00:52", Signal.UNAUTHORIZED),
            "01:00"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusedCredentialsAreAFailureWhenTheyGoOn(Cause expected, Log device, String asOf) {
    assertThat(Log.causes(device, asOf)).containsOnly(expected);
  }

  @Test
  void aConnectThatEventsSawIsMissingFromTheLogAndNotAbsent() {
    Log device = Log.device("a").connect("00:00").refused("00:31", Signal.UNAUTHORIZED);
    long settled = Log.millis("02:00");
    Drop absent = Drops.of(device.timeline(), settled, millis -> false).get(0);
    Drop missing = Drops.of(device.timeline(), settled, millis -> true).get(0);
    assertThat(absent.reconnect()).isEqualTo(Reconnect.NEVER);
    assertThat(missing.reconnect()).isEqualTo(Reconnect.OPEN);
  }

  @Test
  void aSpellOfLossesWithConflictsIsNoDuplicate() {
    Log device =
        Log.device("a")
            .x509()
            .connect("00:00")
            .drop("03:00", Signal.CLOSED_REMOTELY)
            .connect("03:00:30")
            .drop("03:04", Signal.NEW_CONNECTION)
            .connect("03:04:00.100")
            .drop("03:09", Signal.CLOSED_REMOTELY)
            .connect("03:09:40")
            .drop("03:14:30", Signal.LINK_CONFLICT)
            .connect("03:14:30.100");
    assertThat(Log.causes(device, "26:00")).containsOnly(Cause.CONNECTION_LOST);
  }

  @Test
  void rowLossIsMeasuredByMissingConnects() {
    Log whole =
        Log.device("a").sessions("00:00", Signal.NONE, 5, Log.minutes(new double[] {10, 10, 10}));
    Log torn =
        Log.device("b")
            .connect("00:00")
            .drop("00:10", Signal.NONE)
            .drop("00:20", Signal.NONE)
            .drop("00:30", Signal.NONE);
    double little = RowLoss.in(List.of(whole.timeline()));
    double more = RowLoss.in(List.of(whole.timeline(), torn.timeline()));
    assertThat(little).isLessThan(RowLoss.USUAL).isPositive();
    assertThat(more).isGreaterThan(RowLoss.USUAL);
  }

  @Test
  void oneSiteOverTwoHubsIsSeenByBoth() {
    List<Startle> three =
        Stream.of("a", "b", "c")
            .map(d -> new Startle(Device.of(d), Log.millis("12:00"), "net", Startle.Kind.LOSS))
            .toList();
    Burst elsewhere = new Burst("net", Log.at("11:59"), List.of(9.0, 9.0, 9.0));
    assertThat(find(three, List.of())).isEmpty();
    assertThat(find(three, List.of(elsewhere)))
        .singleElement()
        .satisfies(b -> assertThat(b.network()).isEqualTo("net"));
  }

  private static List<Burst> find(List<Startle> startles, List<Burst> elsewhere) {
    return new BurstDetector(startles, Baseline.EMPTY, List.of(), List.of(), elsewhere).find();
  }

  private static Instant at(Log log, int drop) {
    return Instant.ofEpochMilli(log.drops().get(drop).at());
  }

  private static String clock(Instant at) {
    long seconds = at.getEpochSecond() - Log.at("00:00").getEpochSecond();
    return "%d:%d:%d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
