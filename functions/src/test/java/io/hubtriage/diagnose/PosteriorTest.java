package io.hubtriage.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hubtriage.model.Cause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PosteriorTest {
  private static final int ROWS = 5;
  private static final List<Cause> CAUSES =
      List.of(Cause.CRASH_LOOP, Cause.CONNECTION_LOST, Cause.UNKNOWN);
  private static final Setting NOWHERE =
      new Setting(
          new Habits(
              io.hubtriage.model.Client.UNKNOWN,
              TokenLives.NONE,
              java.util.Optional.empty(),
              1,
              1,
              Timeouts.of(""),
              CrashLoop.USUAL_MEAN),
          Surroundings.calm(0));

  /** Rates by row, straight from a table. */
  private record Fixed(Cause cause, List<Double> enters, List<Double> stays)
      implements Explanation {
    @Override
    public double enter(Drop drop, Setting setting) {
      return enters.get(drop.row());
    }

    @Override
    public double stay(Drop drop, Setting setting) {
      return stays.get(drop.row());
    }
  }

  /** Every path of explanations through the rows, each weighed by itself: 3^5 x 2^4 of them. */
  @Property(tries = 60)
  void agreesWithWeighingEveryPath(
      @ForAll @Size(30) List<@DoubleRange(min = 0, max = 50) Double> rates) {
    List<Explanation> explanations =
        List.of(explanation(rates, 0), explanation(rates, 1), explanation(rates, 2));
    Posterior posterior = Posterior.of(Weights.of(explanations, rows(), NOWHERE));
    double[][] expected = new double[ROWS][CAUSES.size()];
    walk(explanations, new int[ROWS], 0, 1, expected);
    for (int i = 0; i < ROWS; i++) {
      double sum = Arrays.stream(expected[i]).sum();
      for (int j = 0; j < CAUSES.size(); j++) {
        assertThat(posterior.of(i, CAUSES.get(j)))
            .as("row %d, %s", i, CAUSES.get(j))
            .isCloseTo(expected[i][j] / sum, within(1e-9));
      }
    }
  }

  private static Explanation explanation(List<Double> rates, int which) {
    List<Double> enters = new ArrayList<>();
    List<Double> stays = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      enters.add(rates.get(10 * which + i) + 0.001);
      double stay = rates.get(10 * which + 5 + i);
      stays.add(stay < 20 ? 0.0 : stay);
    }
    return new Fixed(CAUSES.get(which), enters, stays);
  }

  /** What is documented of a step: 0.97 to go on, half the weight to enter meanwhile, else all. */
  private static void walk(
      List<Explanation> explanations, int[] path, int row, double weight, double[][] shares) {
    if (row == ROWS) {
      for (int i = 0; i < ROWS; i++) {
        shares[i][path[i]] += weight;
      }
      return;
    }
    for (int j = 0; j < explanations.size(); j++) {
      Fixed next = (Fixed) explanations.get(j);
      path[row] = j;
      if (row == 0) {
        walk(explanations, path, 1, weight * next.enters().get(0), shares);
        continue;
      }
      double leaves = ((Fixed) explanations.get(path[row - 1])).stays().get(row) == 0 ? 1 : 0.5;
      walk(explanations, path, row + 1, weight * leaves * next.enters().get(row), shares);
      if (path[row - 1] == j) {
        walk(explanations, path, row + 1, weight * 0.97 * next.stays().get(row), shares);
      }
    }
  }

  private static List<Drop> rows() {
    Log log = Log.device("pump");
    for (int i = 0; i < ROWS; i++) {
      log.drop(Log.MIDNIGHT.plusSeconds(3600L * i), io.hubtriage.model.Signal.NONE);
    }
    return log.drops();
  }

  static List<Log> devices() {
    return CausesTest.all();
  }

  @ParameterizedTest
  @MethodSource("devices")
  void everyRowsSharesMakeOne(Log log) {
    DeviceDiagnosis device = log.alone("26:00");
    assertThat(device.posterior().size()).isEqualTo(device.drops().size()).isPositive();
    for (int i = 0; i < device.drops().size(); i++) {
      double sum = 0;
      for (Cause cause : Cause.values()) {
        double share = device.posterior().of(i, cause);
        assertThat(share).isBetween(0.0, 1.0);
        sum += share;
      }
      assertThat(sum).isCloseTo(1, within(1e-9));
      Cause best = device.posterior().best(i);
      assertThat(device.posterior().of(i, best))
          .isGreaterThanOrEqualTo(device.posterior().of(i, device.posterior().second(i)));
      assertThat(device.posterior().second(i)).isNotEqualTo(best);
    }
  }
}
