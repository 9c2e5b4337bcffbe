package io.hubtriage.notify.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SparklineTest {
  static Stream<Arguments> lines() {
    return Stream.of(
        argumentSet("nothing", List.of(), ""),
        argumentSet("zeros", List.of(0, 0), "▁▁"),
        argumentSet("one value", List.of(5), "█"),
        argumentSet("all heights", List.of(0, 1, 2, 3, 4, 5, 6, 7), "▁▂▃▄▅▆▇█"),
        argumentSet("small is not zero", List.of(0, 1, 1_000), "▁▂█"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void draws(List<Integer> values, String expected) {
    assertThat(Sparkline.of(values)).isEqualTo(expected);
  }

  @Test
  void keepsThePeakOfLongOnes() {
    assertThat(Sparkline.of(Collections.nCopies(48, 1))).hasSize(48);
    List<Integer> spike = IntStream.range(0, 1_000).mapToObj(i -> i == 700 ? 9 : 1).toList();
    assertThat(Sparkline.of(spike)).hasSize(48).containsOnlyOnce("█");
  }
}
