package io.hubtriage.diagnose;

import static io.hubtriage.diagnose.Log.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hubtriage.model.CountSample;
import io.hubtriage.model.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MetricDipTest {
  private static final Window SPAN = new Window(at("12:00"), at("12:03"));

  @ParameterizedTest
  @CsvSource({
    // before, lowest, notable
    "100, 97, true", "100, 97.1, false", "60, 58, false", "60, 57, true", "1000, 971, false",
    "1000, 970, true", "100, 100, false", "100, 130, false", "5, 2, true", "5, 3, false"
  })
  void aDipIsThreeDevicesAndThreePercent(double before, double lowest, boolean notable) {
    MetricDip dip = MetricDip.around(SPAN, samples(before, lowest, before));
    assertThat(dip.known()).isTrue();
    assertThat(dip.notable()).isEqualTo(notable);
    assertThat(dip.share()).isCloseTo(Math.max(0, (before - lowest) / before), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"90, true", "89.9, false", "100, true", "60, false"})
  void backIsThreeQuartersOfTheWay(double latest, boolean recovered) {
    assertThat(MetricDip.around(SPAN, samples(100, 60, latest)).recovered()).isEqualTo(recovered);
  }

  @Test
  void withoutBothSidesNothingIsKnown() {
    List<CountSample> all = samples(100, 60, 100);
    List<CountSample> before = all.stream().filter(s -> s.minute().isBefore(at("12:00"))).toList();
    List<CountSample> after = all.stream().filter(s -> !s.minute().isBefore(at("12:00"))).toList();
    for (List<CountSample> part : List.of(before, after, List.<CountSample>of())) {
      MetricDip dip = MetricDip.around(SPAN, part);
      assertThat(dip).isEqualTo(MetricDip.UNKNOWN);
      assertThat(dip.known() || dip.notable() || dip.recovered()).isFalse();
      assertThat(dip.share()).isZero();
    }
  }

  @Test
  void onlyTheHalfHourBeforeAndFiveMinutesAfterCount() {
    List<CountSample> samples = new ArrayList<>(samples(100, 100, 100));
    samples.add(0, sample(at("11:29"), 900));
    samples.add(0, sample(at("11:28"), 900));
    samples.replaceAll(s -> s.minute().equals(at("12:08")) ? sample(s.minute(), 1) : s);
    assertThat(MetricDip.around(SPAN, samples).notable()).isFalse();
    samples.replaceAll(s -> s.minute().equals(at("12:07")) ? sample(s.minute(), 1) : s);
    assertThat(MetricDip.around(SPAN, samples).lowest()).isEqualTo(1);
    assertThat(MetricDip.around(SPAN, samples).before()).isEqualTo(100);
  }

  /** Before noon, to 12:06, and from then on. */
  private static List<CountSample> samples(double before, double during, double latest) {
    List<CountSample> samples = new ArrayList<>();
    for (Instant m = at("11:30"); m.isBefore(at("12:20")); m = m.plusSeconds(60)) {
      boolean past = m.isBefore(SPAN.start());
      samples.add(sample(m, past ? before : m.isBefore(at("12:06")) ? during : latest));
    }
    return samples;
  }

  private static CountSample sample(Instant minute, double count) {
    return new CountSample(minute, count, count, count);
  }
}
