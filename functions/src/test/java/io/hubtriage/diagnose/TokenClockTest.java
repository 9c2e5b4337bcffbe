package io.hubtriage.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that run out by their own clock, and devices without one. */
final class TokenClockTest {
  private static final long PERIOD = 67 * 60_000L;

  /** Renewals on a grid of 67 minutes with some seconds of jitter, and losses in between. */
  private static Log gateway(int renewals, int... lostBefore) {
    Random random = new Random(5);
    Log log = Log.device("gate");
    Instant grid = Log.at("00:10");
    log.connect(grid.plusSeconds(5));
    for (int i = 1; i <= renewals; i++) {
      for (int lost : lostBefore) {
        if (lost == i) {
          Instant loss = grid.plusMillis((i - 1) * PERIOD + 25 * 60_000L);
          log.drop(loss, Signal.CLOSED_REMOTELY).connect(loss.plusSeconds(40));
        }
      }
      Instant end = grid.plusMillis(i * PERIOD).plusSeconds(random.nextInt(30) - 15);
      log.drop(end, Signal.UNAUTHORIZED).connect(end.plusSeconds(20));
    }
    return log;
  }

  @Test
  void renewalsThatALossDoesNotMoveAreAClock() {
    TokenClock clock = TokenClock.of(gateway(10, 3, 6, 8).drops()).orElseThrow();
    assertThat(clock.period()).isBetween(PERIOD - 5_000.0, PERIOD + 5_000.0);
    long next = Log.at("00:10").toEpochMilli() + 12 * PERIOD;
    assertThat(clock.rate(next)).isGreaterThan(10);
    assertThat(clock.rate(next - 10 * 60_000L)).isLessThan(1e-6);
  }

  static Stream<Arguments> withoutClock() {
    return Stream.of(
        argumentSet("three renewals", gateway(3, 2, 3)),
        argumentSet("nothing in between tells it from a session's length", gateway(10)),
        argumentSet("one loss in between", gateway(10, 5)),
        argumentSet(
            "a life that begins anew at every connect",
            Log.device("a")
                .sessions(
                    "00:00", Signal.UNAUTHORIZED, 10, Log.minutes(66, 68, 30, 66, 12, 69, 67, 41))),
        argumentSet(
            "irregular losses",
            Log.device("a")
                .sessions(
                    "00:00",
                    Signal.CLOSED_REMOTELY,
                    30,
                    Log.minutes(31, 140, 77, 9, 203, 55, 61, 170))));
  }

  @ParameterizedTest
  @MethodSource("withoutClock")
  void noClockWithoutProof(Log device) {
    assertThat(TokenClock.of(device.drops())).isEmpty();
  }

  @Test
  void bothRenewalsAndLossesAreNamed() {
    List<Cause> causes = Log.causes(gateway(12, 3, 6, 8), "26:00");
    assertThat(causes).filteredOn(Cause.CONNECTION_LOST::equals).hasSize(3);
    assertThat(causes).filteredOn(Cause.SAS_TOKEN_RENEWAL::equals).hasSize(12);
  }
}
