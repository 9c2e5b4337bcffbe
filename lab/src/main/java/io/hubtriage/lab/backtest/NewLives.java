package io.hubtriage.lab.backtest;

import io.hubtriage.model.Band;
import io.hubtriage.model.Cohort;
import io.hubtriage.model.Hub;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Whether what was learned explains rows that nothing explained before. */
final class NewLives {
  private NewLives() {}

  /**
   * Whether some cohort has a band now whose middle lay in none of its bands then; a band that only
   * shifts its edges is not new.
   */
  static boolean between(
      Map<Hub, Map<Cohort, List<Band>>> then, Map<Hub, Map<Cohort, List<Band>>> now) {
    return now.entrySet().stream()
        .anyMatch(hub -> differs(then.getOrDefault(hub.getKey(), Map.of()), hub.getValue()));
  }

  private static boolean differs(Map<Cohort, List<Band>> then, Map<Cohort, List<Band>> now) {
    return now.entrySet().stream()
        .anyMatch(
            cohort -> {
              List<Band> known = then.getOrDefault(cohort.getKey(), List.of());
              return cohort.getValue().stream()
                  .anyMatch(band -> known.stream().noneMatch(k -> k.contains(middle(band))));
            });
  }

  private static long middle(Band band) {
    Duration sum = band.from().plus(band.to());
    return sum.toMillis() / 2;
  }
}
