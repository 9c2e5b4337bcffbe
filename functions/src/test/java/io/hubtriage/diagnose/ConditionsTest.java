package io.hubtriage.diagnose;

import static io.hubtriage.diagnose.Log.at;
import static io.hubtriage.model.Signal.CLOSED_REMOTELY;
import static io.hubtriage.model.Signal.NEW_CONNECTION;
import static io.hubtriage.model.Signal.NONE;
import static io.hubtriage.model.Signal.THROTTLED;
import static io.hubtriage.model.Signal.UNAUTHORIZED;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Condition;
import io.hubtriage.model.Evidence.Finding;
import io.hubtriage.model.Impact;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong now, on both sides of every boundary, and the numbers that are said of it. */
final class ConditionsTest {
  private static final String PYTHON = "azure-iot-device-iothub-py/2.12.0";

  @ParameterizedTest
  @CsvSource({"3, false", "4, true"})
  void fourBreaksWithinMinutesFlap(int breaks, boolean flaps) {
    assertThat(conditions(throttled(breaks), at("00:20")))
        .hasSize(flaps ? 1 : 0)
        .allMatch(c -> c.cause() == Cause.THROTTLED && c.impact() == Impact.FLAPPING);
  }

  @ParameterizedTest
  @CsvSource({"3, false", "4, true"})
  void everyThrottledAttemptCounts(int attempts, boolean flaps) {
    Log log = Log.device("pump").connect("00:00");
    for (int i = 0; i < attempts; i++) {
      log.refused(at("00:10").plusSeconds(40L * i), THROTTLED);
    }
    log.connect("00:13");
    assertThat(conditions(log, at("00:20")))
        .hasSize(flaps ? 1 : 0)
        .allMatch(c -> c.cause() == Cause.THROTTLED && c.impact() == Impact.FLAPPING);
  }

  @Test
  void theRowsOfOneBreakAreOneBreak() {
    Log log = Log.device("pump");
    for (int i = 0; i < 3; i++) {
      Instant drop = at("00:10").plusSeconds(70L * i);
      log.connect(drop.minusSeconds(60)).drop(drop, THROTTLED).drop(drop.plusSeconds(2), THROTTLED);
    }
    log.connect(at("00:10").plusSeconds(210));
    assertThat(conditions(log, at("00:20"))).isEmpty();
  }

  @Test
  void aRunEndsHalfAnHourAfterItsLastBreak() {
    Log log = throttled(5);
    Instant last = at("00:10").plusSeconds(4 * 70);
    assertThat(conditions(log, last.plus(Duration.ofMinutes(30)))).hasSize(1);
    assertThat(conditions(log, last.plus(Duration.ofMinutes(30)).plusMillis(1))).isEmpty();
  }

  @Test
  void threeRefusalsForTenMinutesAndTheLagAreAFailure() {
    Log three = refused("00:00", "00:02", "00:08");
    assertThat(conditions(three, at("00:29:59.999"))).isEmpty();
    assertThat(conditions(three, at("00:30")))
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.cause()).isEqualTo(Cause.AUTHENTICATION_FAILURE);
              assertThat(c.impact()).isEqualTo(Impact.OFFLINE);
              assertThat(c.since()).isEqualTo(at("00:00"));
              assertThat(c.lastRow()).isEqualTo(at("00:08"));
              assertThat(c.rows()).isEqualTo(3);
            });
    assertThat(conditions(refused("00:00", "00:08"), at("00:30"))).isEmpty();
    assertThat(conditions(three.connect("00:09"), at("00:30"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"lost, 1", "renewed, 2"})
  void silenceCountsAfterOneLifeOrAfterTwo(String how, int lives) {
    Log log = Log.device("pump").connect("00:00");
    if (how.equals("lost")) {
      log.drop("00:35", CLOSED_REMOTELY);
    } else {
      log.drop("01:06", UNAUTHORIZED).connect("01:06:09").drop("02:13", UNAUTHORIZED);
    }
    DeviceDiagnosis device = log.alone("10:00");
    int last = device.drops().size() - 1;
    assertThat(device.cause(last) == Cause.SAS_TOKEN_RENEWAL).isEqualTo(lives == 2);
    Duration life =
        device.habits().lives().lives().stream()
            .filter(l -> l.weight() >= 0.1)
            .map(l -> l.band().to())
            .max(Duration::compareTo)
            .orElseThrow();
    Instant due =
        Instant.ofEpochMilli(device.drops().get(last).at())
            .plus(life.multipliedBy(lives))
            .plus(Log.SETTLE)
            .plus(Duration.ofMinutes(15));
    assertThat(conditions(log, due)).isEmpty();
    assertThat(conditions(log, due.plusMillis(1)))
        .singleElement()
        .satisfies(c -> assertThat(c.impact()).isEqualTo(Impact.OFFLINE));
  }

  @Test
  void aCrashLoopsNumbers() {
    Log log =
        Log.device("pump").sessions("00:00", CLOSED_REMOTELY, 35, 22, 140, 61, 15, 97, 180, 43);
    assertThat(findings(log, Cause.CRASH_LOOP, at("00:30")))
        .containsExactly(
            Finding.of("short-sessions", "sessions", 7L, "median", Duration.ofSeconds(61)),
            Finding.of("reconnect-median", "delay", Duration.ofSeconds(35)));
  }

  @Test
  void aKeepAliveLoopsNumbers() {
    Log log =
        Log.device("pump")
            .sdk(PYTHON)
            .sessions("00:00", CLOSED_REMOTELY, 5, 90, 90, 91, 90, 89, 90);
    assertThat(findings(log, Cause.KEEP_ALIVE_TIMEOUT, at("00:30")))
        .containsExactly(
            Finding.of(
                "keep-alive-match",
                "matching",
                6L,
                "sessions",
                6L,
                "timeout",
                Duration.ofSeconds(90),
                "keepAlive",
                Duration.ofSeconds(60)),
            Finding.of("reconnect-median", "delay", Duration.ofSeconds(5)));
  }

  @Test
  void aDuplicateIdentitysNumbers() {
    Log log = Log.device("pump").sessions("00:00", NEW_CONNECTION, 1, 20, 41, 9, 33, 25, 60);
    assertThat(findings(log, Cause.DUPLICATE_IDENTITY, at("00:20")))
        .containsExactly(
            Finding.of(
                "identity-conflicts",
                "conflicts",
                6L,
                "span",
                Duration.ofSeconds(41 + 9 + 33 + 25 + 60 + 5)),
            Finding.of("reconnect-median", "delay", Duration.ofSeconds(1)));
  }

  @Test
  void refusalsNumbers() {
    Log log = refused("00:00", "00:02", "00:08", "00:19");
    assertThat(findings(log, Cause.AUTHENTICATION_FAILURE, at("00:45")))
        .containsExactly(
            Finding.of("refusals-without-connect", "refusals", 4L, "span", Duration.ofMinutes(19)),
            Finding.of("no-connect-seen"),
            Finding.of("offline-since", "at", at("00:00"), "silent", Duration.ofMinutes(26)));
  }

  @Test
  void aRegularDeviceThatStaysAwayIsToldByItsHabit() {
    Log log =
        Log.device("pump")
            .sessions("00:00", UNAUTHORIZED, 8, Log.minutes(66, 67, 65.5, 68))
            .drop("05:33:32", CLOSED_REMOTELY);
    assertThat(findings(log, Cause.UNKNOWN, at("12:00")))
        .contains(
            Finding.of(
                "sessions-at-life",
                "matching",
                5L,
                "sessions",
                5L,
                "life",
                Duration.ofSeconds(3_990),
                "tolerance",
                Duration.ofSeconds(90)),
            Finding.of("refused-before", "refused", 4L, "drops", 5L),
            Finding.of("documented-life", "sdk", ".NET", "life", Duration.ofHours(1)));
  }

  @ParameterizedTest
  @CsvSource({"1, true", "2, true", "3, false"})
  void twoRowsAreTooFewForAVerdict(int rows, boolean few) {
    Log log = Log.device("pump");
    long[] sessions = new long[rows - 1];
    Arrays.fill(sessions, 300);
    log.sessions("00:00", NONE, 40, sessions);
    log.drop(at("00:05").plusSeconds(340L * (rows - 1)), NONE);
    assertThat(findings(log, Cause.UNKNOWN, at("09:00")).contains(rows(rows))).isEqualTo(few);
  }

  private static Finding rows(long rows) {
    return Finding.of("few-rows", "rows", rows);
  }

  /** An hour after the device was first seen; "unknown" is no cause that fits. */
  @Test
  void whereTwoCausesFitBothAreNamed() {
    Log log =
        Log.device("pump")
            .sessions("00:00", UNAUTHORIZED, 30, 600, 800, 600)
            .drop("00:44:50", UNAUTHORIZED)
            .refused("00:54:50", UNAUTHORIZED)
            .refused("01:04:50", UNAUTHORIZED)
            .refused("01:14:50", UNAUTHORIZED);
    assertThat(findings(log, Cause.UNKNOWN, at("01:15:50")).get(0).values())
        .containsEntry("first", "sas-token-renewal")
        .containsEntry("second", "authentication-failure")
        .hasEntrySatisfying("firstShare", share -> assertThat((double) share).isLessThan(0.9))
        .hasEntrySatisfying("secondShare", share -> assertThat((double) share).isGreaterThan(0.1));
  }

  private static Log throttled(int breaks) {
    Log log = Log.device("pump");
    for (int i = 0; i < breaks; i++) {
      Instant drop = at("00:10").plusSeconds(70L * i);
      log.connect(drop.minusSeconds(60)).drop(drop, THROTTLED);
    }
    return log.connect(at("00:10").plusSeconds(70L * breaks));
  }

  private static Log refused(String... times) {
    Log log = Log.device("pump");
    for (String time : times) {
      log.refused(time, UNAUTHORIZED);
    }
    return log;
  }

  private static List<Finding> findings(Log log, Cause cause, Instant asOf) {
    return conditions(log, asOf).stream()
        .filter(c -> c.cause() == cause)
        .findFirst()
        .orElseThrow()
        .evidence()
        .findings();
  }

  private static List<Condition> conditions(Log log, Instant asOf) {
    return Conditions.of(
        DeviceDiagnosis.of(
            log.timeline(),
            Lives.NONE.of(log.timeline().client().cohort()),
            Surroundings.calm(asOf.minus(Log.SETTLE).toEpochMilli())),
        new HubCase(
            Log.HUB,
            List.of(),
            Lives.NONE,
            Baseline.EMPTY,
            List.of(),
            List.of(),
            asOf,
            Log.SETTLE,
            1));
  }
}
