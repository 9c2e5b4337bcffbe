package io.hubtriage.diagnose;

import static io.hubtriage.diagnose.Log.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class BaselineTest {
  @Test
  void aBinIsWrittenAndNeverAddedTo() {
    Baseline once = Baseline.EMPTY.with(Map.of(at("10:00"), 7), at("10:30"));
    assertThat(once.with(Map.of(at("10:00"), 7), at("10:35"))).isEqualTo(once);
    assertThat(once.with(Map.of(at("10:00"), 9), at("10:35")).bins())
        .containsExactly(Map.entry(at("10:00"), 9));
  }

  @Test
  void aDayIsKeptAndNoMore() {
    Baseline baseline = Baseline.EMPTY.with(Map.of(at("10:00"), 1, at("10:05"), 1), at("10:30"));
    assertThat(baseline.with(Map.of(), at("34:00")).bins()).hasSize(2);
    assertThat(baseline.with(Map.of(), at("34:00:00.001")).bins()).hasSize(1);
  }

  @Test
  void nothingKnownIsOneDeviceInTwentyMinutes() {
    assertThat(Baseline.EMPTY.perMinute(List.of())).isEqualTo(1 / 20.0);
    assertThat(Baseline.EMPTY.dispersion(List.of())).isEqualTo(1.5);
  }

  @Test
  void burstsAreNotUsual() {
    Map<Instant, Integer> bins = new TreeMap<>();
    for (int i = 0; i < 24; i++) {
      bins.put(at("00:00").plus(Baseline.BIN.multipliedBy(i)), i == 12 ? 400 : 1);
    }
    Burst burst = new Burst("", at("01:01"), List.of(50.0, 50.0));
    Baseline baseline = new Baseline(bins);
    assertThat(baseline.perMinute(List.of(burst))).isEqualTo((1 + 23) / (20 + 23 * 5.0));
    assertThat(baseline.dispersion(List.of(burst))).isEqualTo(1);
    assertThat(baseline.perMinute(List.of())).isEqualTo((1 + 423) / (20 + 24 * 5.0));
    assertThat(baseline.dispersion(List.of())).isEqualTo(5);
  }

  @Test
  void aBurstTouchesTheBinsItOverlapsAndNoOther() {
    Baseline baseline = new Baseline(Map.of(at("00:55"), 10, at("01:00"), 20, at("01:05"), 40));
    Burst inside = new Burst("", at("01:00"), Collections.nCopies(5, 1.0));
    assertThat(baseline.perMinute(List.of(inside))).isEqualTo((1 + 50) / 30.0);
  }

  @Test
  void dispersionIsVarianceOverMean() {
    Map<Instant, Integer> bins = new TreeMap<>();
    int[] counts = {0, 9, 3, 1, 4, 8, 2, 2, 7, 0, 5, 7};
    for (int i = 0; i < counts.length; i++) {
      bins.put(at("00:00").plus(Baseline.BIN.multipliedBy(i)), counts[i]);
    }
    // Sum 48, mean 4, squares 302: variance 302/12 - 16 = 9.1666, over 4.
    assertThat(new Baseline(bins).dispersion(List.of())).isCloseTo(2.29167, within(1e-4));
    bins.remove(at("00:00"));
    assertThat(new Baseline(bins).dispersion(List.of())).as("eleven bins are few").isEqualTo(1.5);
  }

  @Test
  void binsStartAtWholeFiveMinutes() {
    assertThat(Baseline.bin(at("10:04:59.999"))).isEqualTo(at("10:00"));
    assertThat(Baseline.bin(at("10:05"))).isEqualTo(at("10:05"));
    assertThat(Baseline.BIN).isEqualTo(Duration.ofMinutes(5));
  }
}
