package io.hubtriage.lab.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small parts of the simulator. */
class PartsTest {
  private static final long YEAR_2001 = 978_307_200_000_000L;
  private static final long YEAR_2100 = 4_102_444_800_000_000L;

  @Property
  void timesAreWrittenAsAFormatterWould(
      @ForAll @LongRange(min = YEAR_2001, max = YEAR_2100) long micros) {
    Instant at = Ticks.after(Instant.EPOCH, micros);
    DateTimeFormatter formatter =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    assertThat(new TimeText().of(at)).isEqualTo(formatter.format(at));
  }

  @Property
  void sortsByTimeAndKeepsTies(
      @ForAll @Size(max = 200) List<@LongRange(min = 0, max = 300_000_000) Long> ticks) {
    int[] order = TimeOrder.of(ticks.size(), ticks::get);

    List<Integer> expected =
        IntStream.range(0, ticks.size())
            .boxed()
            .sorted((a, b) -> ticks.get(a).compareTo(ticks.get(b)))
            .toList();
    assertThat(Arrays.stream(order).boxed().toList()).isEqualTo(expected);
  }

  @Test
  void admitsTheCeilingAndThenTheNextSecond() {
    ConnectGate gate = new ConnectGate(Ticks.HOUR, 2);
    long wanted = 10 * Ticks.SECOND + 7;

    assertThat(gate.admit(wanted)).isEqualTo(wanted);
    assertThat(gate.admit(wanted)).isEqualTo(wanted);
    assertThat(gate.admit(wanted)).isEqualTo(wanted + Ticks.SECOND);
    assertThat(gate.admit(-5)).as("before the start").isEqualTo(-5);
    assertThat(gate.admit(2 * Ticks.HOUR)).as("after the end").isEqualTo(2 * Ticks.HOUR);
  }

  @ParameterizedTest
  @CsvSource({
    "DOTNET, 60, 3600",
    "JAVA, 60, 3600",
    "NODE, 60, 2700",
    "NODE, 21, 360",
    "NODE, 5, 180",
    "C, 60, 2880",
    "PYTHON, 60, 3480",
    "PYTHON, 5, 180"
  })
  void renewsWhereTheSdkDoes(Sdk sdk, int lifeMinutes, int renewsAfterSeconds) {
    assertThat(sdk.renewsAfter(Duration.ofMinutes(lifeMinutes)))
        .isEqualTo(Duration.ofSeconds(renewsAfterSeconds));
  }

  @Test
  void hubsWaitOneAndAHalfKeepAlivesUpToTheIdleLimit() {
    for (SimulatedDevice device : SimulatedFleet.of(Scenario.calm(500, 1, 1)).devices()) {
      long expected = Math.min(1767, device.keepAlive().toSeconds() * 3 / 2);
      assertThat(device.silenceLimit().toSeconds()).isEqualTo(expected);
    }
  }

  @Test
  void quotasStartAgainAtMidnight() {
    World world =
        World.of(Scenario.calm(1, 30, 1).withStart(Instant.parse("2026-03-02T10:00:00Z")));

    assertThat(world.midnightAfter(0)).isEqualTo(14 * Ticks.HOUR);
    assertThat(world.midnightAfter(14 * Ticks.HOUR - 1)).isEqualTo(14 * Ticks.HOUR);
    assertThat(world.midnightAfter(14 * Ticks.HOUR)).isEqualTo(38 * Ticks.HOUR);
  }

  @Test
  void scenariosNameTheNumberOutOfBounds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scenario.calm(0, 1, 1))
        .withMessage("devices must be at least 1, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scenario.calm(1, 1, 1).withLossShare(0.91))
        .withMessage("lossShare must be in [0, 0.9], not 0.91");
  }
}
