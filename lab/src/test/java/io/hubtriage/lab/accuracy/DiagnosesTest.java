package io.hubtriage.lab.accuracy;

import static io.hubtriage.lab.accuracy.Judged.truth;
import static io.hubtriage.lab.accuracy.Judged.verdict;
import static io.hubtriage.model.Cause.CONNECTION_LOST;
import static io.hubtriage.model.Cause.CRASH_LOOP;
import static io.hubtriage.model.Cause.SAS_TOKEN_RENEWAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.lab.accuracy.Diagnoses.Diagnosed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DiagnosesTest {
  @Test
  void aTroubleIsDiagnosedByItsFirstRightVerdict() {
    assertThat(
            Diagnoses.of(
                List.of(
                    truth("a", 0, CRASH_LOOP),
                    truth("a", 5, CRASH_LOOP),
                    truth("a", 9, CRASH_LOOP)),
                List.of(
                    verdict("a", 0, CRASH_LOOP, 8, CONNECTION_LOST),
                    verdict("a", 5, CRASH_LOOP, 20, CRASH_LOOP),
                    verdict("a", 9, CRASH_LOOP, 15, CRASH_LOOP))))
        .containsExactly(new Diagnosed(CRASH_LOOP, Optional.of(Duration.ofMinutes(15))));
  }

  @ParameterizedTest
  @CsvSource({"60, 1", "60.1, 2"})
  void anHourBetweenRowsParts(double later, int troubles) {
    assertThat(
            Diagnoses.of(
                List.of(truth("a", 0, CRASH_LOOP), truth("a", later, CRASH_LOOP)), List.of()))
        .hasSize(troubles)
        .allMatch(d -> d.delay().isEmpty());
  }

  @Test
  void devicesAndCausesHaveTroublesOfTheirOwnAndRenewalsNone() {
    assertThat(
            Diagnoses.of(
                List.of(
                    truth("a", 0, CRASH_LOOP),
                    truth("b", 0, CRASH_LOOP),
                    truth("a", 1, CONNECTION_LOST),
                    truth("a", 2, SAS_TOKEN_RENEWAL)),
                List.of()))
        .extracting(Diagnosed::cause)
        .containsExactlyInAnyOrder(CRASH_LOOP, CRASH_LOOP, CONNECTION_LOST);
  }

  @Test
  void delaysAreToldByRank() {
    List<Diagnosed> ten =
        java.util.stream.IntStream.rangeClosed(1, 10)
            .mapToObj(m -> new Diagnosed(CRASH_LOOP, Optional.of(Duration.ofMinutes(m))))
            .toList();
    Delays delays = Delays.of(ten);
    assertThat(delays.within(0.5)).contains(5.0);
    assertThat(delays.within(0.9)).contains(9.0);
    assertThat(delays.diagnosed()).isEqualTo(1);
    assertThat(delays.curve(3)).extracting(LineChart.Point::y).containsExactly(0.0, 0.1, 0.2, 0.3);
    Delays none = Delays.of(List.of(new Diagnosed(CRASH_LOOP, Optional.empty())));
    assertThat(none.within(0.5)).isEmpty();
    assertThat(none.diagnosed()).isZero();
  }
}
