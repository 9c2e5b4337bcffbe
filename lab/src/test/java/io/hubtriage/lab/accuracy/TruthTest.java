package io.hubtriage.lab.accuracy;

import static io.hubtriage.lab.accuracy.Judged.HUB;
import static io.hubtriage.lab.accuracy.Judged.minute;
import static io.hubtriage.lab.accuracy.Judged.truth;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.lab.score.Alert;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Device;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TruthTest {
  private final Truth truth =
      new Truth(
          List.of(truth("sick", 10, Cause.CRASH_LOOP), truth("well", 10, Cause.SAS_TOKEN_RENEWAL)));

  @ParameterizedTest
  @CsvSource({
    "sick, CRASH_LOOP,        10,   20, false",
    "sick, UNKNOWN,           10,   20, false",
    "sick, CONNECTION_LOST,   10,   20, true",
    "sick, CRASH_LOOP,        12,   20, false",
    "sick, CRASH_LOOP,        12.1, 20, true",
    "sick, CRASH_LOOP,        8,    9,  true",
    "well, CRASH_LOOP,        10,   20, true",
    "well, UNKNOWN,           10,   20, true"
  })
  void anAlertNeedsARowOfItsCause(
      String device, Cause cause, double since, double at, boolean refuted) {
    Alert alert = new Alert(minute(at), HUB, cause, Map.of(Device.of(device), minute(since)));
    assertThat(truth.refutes(alert)).isEqualTo(refuted);
    assertThat(truth.wronglyNamed(alert)).isEqualTo(refuted ? 1 : 0);
  }

  @Test
  void oneDeviceInTheRightIsEnough() {
    Alert alert =
        new Alert(
            minute(20),
            HUB,
            Cause.CRASH_LOOP,
            Map.of(Device.of("sick"), minute(10), Device.of("well"), minute(10)));
    assertThat(truth.refutes(alert)).isFalse();
    assertThat(truth.wronglyNamed(alert)).isEqualTo(1);
  }

  @Test
  void whoNamesNobodyIsNotRefuted() {
    assertThat(truth.refutes(new Alert(minute(20), HUB, Cause.CRASH_LOOP, Map.of()))).isFalse();
  }
}
