package io.hubtriage.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hubtriage.model.CountSample;
import io.hubtriage.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Axes, scales and lines: what is drawn must be where it belongs. */
class PicturesTest {
  static Stream<Arguments> spans() {
    return Stream.of(
        argumentSet("an hour", Duration.ofHours(1), Duration.ofSeconds(10)),
        argumentSet("most of 30 s", Duration.ofSeconds(598 * 30), Duration.ofSeconds(30)),
        argumentSet("one more", Duration.ofSeconds(599 * 30), Duration.ofMinutes(1)),
        argumentSet("26 hours", Duration.ofHours(26), Duration.ofMinutes(5)),
        argumentSet("a week", Duration.ofDays(7), Duration.ofMinutes(20)),
        argumentSet("two weeks", Duration.ofDays(14), Duration.ofHours(1)));
  }

  @ParameterizedTest
  @MethodSource("spans")
  void binsAreRound(Duration span, Duration bin) {
    Axis axis = Axis.over(Stories.span(span), 600, 100, 1_000);
    assertThat(axis.bin()).isEqualTo(bin);
    assertThat(axis.ticks()).hasSizeBetween(5, 13);
    assertThat(axis.ticks().get(0).time() + axis.ticks().get(0).day()).contains("Nov");
  }

  @Property
  void everyInstantOfTheWindowHasItsBin(
      @ForAll @LongRange(max = 40L * 86_400) long seconds,
      @ForAll @IntRange(max = 2_000_000) int start,
      @ForAll @IntRange(max = 1_000) int share) {
    Window window =
        new Window(Instant.ofEpochSecond(start), Instant.ofEpochSecond(start + seconds));
    Axis axis = Axis.over(window, 600, 100, 1_000);
    Instant at = window.start().plusSeconds(seconds * share / 1_000);
    double left = 100 + axis.bin(at) * axis.binWidth();
    assertThat(axis.bins()).isBetween(1, 600);
    assertThat(axis.window().contains(at)).isTrue();
    assertThat(axis.x(at)).isBetween(left - 0.001, left + axis.binWidth() + 0.001);
  }

  @Test
  void whatLiesOutsideStaysOnTheBorder() {
    Axis axis = Axis.over(Stories.span(Duration.ofHours(1)), 600, 100, 1_000);
    assertThat(axis.bin(Instant.EPOCH)).isZero();
    assertThat(axis.x(Instant.EPOCH)).isEqualTo(100);
    assertThat(axis.bin(Instant.parse("2100-01-01T00:00:00Z"))).isEqualTo(axis.bins() - 1);
    assertThat(axis.x(Instant.parse("2100-01-01T00:00:00Z"))).isEqualTo(1_100);
  }

  @ParameterizedTest
  @CsvSource({"0,4", "4,4", "5,8", "8,8", "9,20", "20,20", "21,40", "200,200", "201,400"})
  void scalesAreRound(long most, long top) {
    assertThat(Scale.upTo(most, 0, 10).top()).isEqualTo(top);
  }

  @Property
  void moreIsNeverLower(
      @ForAll @LongRange(min = 1, max = 1_000_000_000) long most,
      @ForAll @LongRange(min = 1, max = 1_000) long share) {
    Scale scale = Scale.upTo(most, 100, 80);
    long less = most * share / 1_000;
    assertThat(scale.height(most)).isBetween(scale.height(less), 80.0);
    assertThat(scale.height(less)).isGreaterThanOrEqualTo(less == 0 ? 0 : 1.5);
  }

  @Test
  void barsCountRows() {
    Axis axis = Axis.over(Stories.span(Duration.ofHours(1)), 600, 0, 1_000);
    long[] counts = new long[axis.bins()];
    counts[3] = 7;
    counts[9] = 1;
    Panel panel = Panel.bars("benign", "x", counts, axis, 0, 40);
    assertThat(panel.total()).isEqualTo("8 rows");
    assertThat(panel.area().chars().filter(c -> c == 'M')).hasSize(2);
  }

  @Test
  void aGapInTheMetricIsAGapInTheLine() {
    List<CountSample> metric =
        LongStream.concat(LongStream.range(0, 60), LongStream.range(90, 120))
            .mapToObj(m -> new CountSample(Stories.at((int) m), m, m - 1, m + 1))
            .toList();
    Axis axis = Axis.over(Stories.span(Duration.ofHours(2)), 600, 0, 1_000);
    Panel panel = CountLine.of(metric, axis, 0, 40);
    assertThat(panel.line().chars().filter(c -> c == 'M')).hasSize(2);
    assertThat(panel.area().chars().filter(c -> c == 'z')).hasSize(2);
    assertThat(panel.total()).isEqualTo("-1 to 120");
  }

  @Test
  void aSteadyMetricIsDrawnInTheMiddle() {
    List<CountSample> metric =
        IntStream.range(0, 3).mapToObj(m -> new CountSample(Stories.at(m), 5, 5, 5)).toList();
    Axis axis = Axis.over(Stories.span(Duration.ofHours(1)), 600, 0, 1_000);
    assertThat(CountLine.of(metric, axis, 0, 40).line()).contains(" 20").doesNotContain("NaN");
  }
}
