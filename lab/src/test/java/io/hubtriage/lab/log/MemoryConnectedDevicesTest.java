package io.hubtriage.lab.log;

import static io.hubtriage.lab.log.Rows.HUB;
import static io.hubtriage.lab.log.Rows.WEST;
import static io.hubtriage.lab.log.Rows.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.model.CountSample;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MemoryConnectedDevicesTest {
  private final MemoryConnectedDevices metric = new MemoryConnectedDevices();

  MemoryConnectedDevicesTest() {
    for (int minute = 2; minute >= 0; minute--) {
      metric.add(HUB, sample(minute, 100));
    }
  }

  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource({
    "9:00:00, 9:01:59.999, 0", // the first minute is not there yet
    "9:00:00, 9:02:00, 1",
    "9:00:00, 9:10:00, 3",
    "9:00:00.001, 9:10:00, 2",
    "9:10:00, 9:10:00, 0",
  })
  void hidesMinutesThatTheMetricsStoreCannotHaveYet(String from, String to, int samples) {
    assertThat(metric.counts(HUB, new Window(at(from), at(to)))).hasSize(samples);
  }

  @Test
  void sortsKeepsTheLastValueAndKnowsHubsByName() {
    metric.add(new Hub("EAST"), sample(1, 7));
    Window window = new Window(at("9:00:00"), at("10:00:00"));
    assertThat(metric.counts(HUB, window))
        .containsExactly(sample(0, 100), sample(1, 7), sample(2, 100));
    assertThat(metric.counts(WEST, window)).isEmpty();
  }

  private static CountSample sample(int minute, double average) {
    return new CountSample(at("9:0" + minute + ":00"), average, average, average);
  }
}
