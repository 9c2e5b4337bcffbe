package io.hubtriage.lab.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BaselinesTest {
  private static final String JAVA = "com.microsoft.azure.sdk.iot.iot-device-client/2.5.0";

  private final Log log = new Log();
  private final FixedThresholds thresholds = new FixedThresholds();

  @ParameterizedTest
  @CsvSource({
    "NONE,                  PLANNED_RECONNECT",
    "CLOSED_REMOTELY,       CONNECTION_LOST",
    "UNAUTHORIZED,          AUTHENTICATION_FAILURE",
    "SERVER_ERROR,          HUB_TRANSIENT",
    "INTERNAL_SERVER_ERROR, HUB_TRANSIENT",
    "NEW_CONNECTION,        DUPLICATE_IDENTITY",
    "LINK_CONFLICT,         DUPLICATE_IDENTITY",
    "UPGRADE_REJECTED,      PLATFORM_UPGRADE",
    "QUOTA_EXCEEDED,        THROTTLED",
    "OTHER,                 UNKNOWN"
  })
  void theCodeTableReadsCodes(Signal signal, Cause cause) {
    log.drop(0, signal);
    assertThat(new CodeTable().judge(log.last(0), log.sight())).isEqualTo(cause);
  }

  @ParameterizedTest
  @CsvSource({"60, SAS_TOKEN_RENEWAL", "60.001, CONNECTION_LOST"})
  void aConnectWithinAMinuteIsARenewal(double back, Cause cause) {
    log.drop(0, Signal.CLOSED_REMOTELY).connect(back);
    assertThat(thresholds.judge(log.last(1), log.sight())).isEqualTo(cause);
  }

  @ParameterizedTest
  @CsvSource({
    "3869, CONNECTION_LOST",
    "3870, SAS_TOKEN_RENEWAL",
    "4259, SAS_TOKEN_RENEWAL",
    "4260, CONNECTION_LOST"
  })
  void aSessionOfTheDocumentedLengthIsARenewal(double end, Cause cause) {
    log.sdk(JAVA).connect(0).drop(end, Signal.CLOSED_REMOTELY);
    assertThat(thresholds.judge(log.last(0), log.sight())).isEqualTo(cause);
  }

  @ParameterizedTest
  @CsvSource({
    "339.999, CONNECTION_LOST",
    "340, KEEP_ALIVE_TIMEOUT",
    "350, KEEP_ALIVE_TIMEOUT",
    "350.001, CONNECTION_LOST"
  })
  void aSessionOfOneAndAHalfKeepAlivesIsATimeout(double end, Cause cause) {
    log.connect(0).drop(end, Signal.CLOSED_REMOTELY);
    assertThat(thresholds.judge(log.last(0), log.sight())).isEqualTo(cause);
  }

  @ParameterizedTest
  @CsvSource({"1199, CRASH_LOOP", "1201, CONNECTION_LOST"})
  void fourChangesInTwentyMinutesFlap(double end, Cause cause) {
    log.connect(0).drop(20, Signal.CLOSED_REMOTELY).connect(500).drop(end, Signal.CLOSED_REMOTELY);
    assertThat(thresholds.judge(log.last(0), log.sight())).isEqualTo(cause);
  }

  @Test
  void threeRefusalsWithoutAConnectAreAFailureAndTwoAreNot() {
    log.drop(0, Signal.UNAUTHORIZED).refuse(90, Signal.UNAUTHORIZED);
    assertThat(thresholds.judge(log.last(0), log.sight())).isEqualTo(Cause.UNKNOWN);
    log.refuse(200, Signal.UNAUTHORIZED);
    assertThat(thresholds.judge(log.last(2), log.sight())).isEqualTo(Cause.AUTHENTICATION_FAILURE);
    log.connect(300).refuse(400, Signal.UNAUTHORIZED);
    assertThat(thresholds.judge(log.last(0), log.sight())).isEqualTo(Cause.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"4, CONNECTION_LOST", "5, SITE_OUTAGE"})
  void fiveNeighboursAreASite(int devices, Cause cause) {
    for (int i = 0; i < 100; i++) {
      log.device("calm" + i).connect(-5000 - i);
    }
    for (int i = 0; i < devices; i++) {
      log.device("pump" + i).drop(i, Signal.CLOSED_REMOTELY);
    }
    assertThat(thresholds.judge(log.last(0), log.sight())).isEqualTo(cause);
  }

  @ParameterizedTest
  @CsvSource({"9, CONNECTION_LOST", "10, HUB_TRANSIENT"})
  void aTenthOfTheDevicesIsTheHub(int devices, Cause cause) {
    for (int i = 0; i < 100; i++) {
      log.network("198.18." + i % 7 + ".XXX").device("pump" + i).connect(-9000 - i);
    }
    for (int i = 0; i < devices; i++) {
      log.network("198.18." + i % 7 + ".XXX").device("pump" + i).drop(i, Signal.CLOSED_REMOTELY);
    }
    assertThat(thresholds.judge(log.last(0), log.sight())).isEqualTo(cause);
  }

  @Test
  void clockworkIsABeaconAndChaosIsNot() {
    for (int i = 0; i < 22; i++) {
      log.device("clock").drop(i * 3900 - 82_000 + i % 2, Signal.CLOSED_REMOTELY);
    }
    assertThat(new BeaconAndSpike().judge(log.last(0), log.sight()))
        .isEqualTo(Cause.SAS_TOKEN_RENEWAL);
    for (int at : new int[] {-80_000, -79_000, -40_000, -39_950, -39_000, -2_000, -1_990, -100}) {
      log.device("chaos").drop(at, Signal.UNAUTHORIZED);
    }
    assertThat(new BeaconAndSpike().judge(log.last(0), log.sight()))
        .isEqualTo(Cause.AUTHENTICATION_FAILURE);
  }

  @Test
  void threeDeviationsAboveTheDayAreTheHub() {
    for (int bin = 0; bin < 24; bin++) {
      log.device("calm" + bin).drop(bin * 300 - 7200, Signal.CLOSED_REMOTELY);
    }
    log.device("odd").drop(10, Signal.CLOSED_REMOTELY);
    assertThat(new BeaconAndSpike().judge(log.last(0), log.sight()))
        .isEqualTo(Cause.CONNECTION_LOST);
    for (int i = 0; i < 3; i++) {
      log.device("pump" + i).drop(20 + i, Signal.CLOSED_REMOTELY);
    }
    assertThat(new BeaconAndSpike().judge(log.last(0), log.sight())).isEqualTo(Cause.HUB_TRANSIENT);
  }
}
