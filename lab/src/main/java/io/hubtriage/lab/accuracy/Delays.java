package io.hubtriage.lab.accuracy;

import io.hubtriage.lab.accuracy.Diagnoses.Diagnosed;
import io.hubtriage.lab.accuracy.LineChart.Point;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Times to diagnosis of many troubles.
 *
 * @param minutes of those that were diagnosed, ascending
 * @param troubles all of them
 */
record Delays(List<Double> minutes, int troubles) {
  private static final double SECONDS = 60;

  /** Takes a copy. */
  Delays {
    minutes = List.copyOf(minutes);
  }

  static Delays of(Collection<Diagnosed> troubles) {
    return new Delays(
        troubles.stream()
            .flatMap(d -> d.delay().stream())
            .map(Duration::toSeconds)
            .map(s -> s / SECONDS)
            .sorted()
            .toList(),
        troubles.size());
  }

  /** The share of the troubles that was ever diagnosed by a first verdict; 0 without troubles. */
  double diagnosed() {
    return troubles == 0 ? 0 : (double) minutes.size() / troubles;
  }

  /**
   * So many minutes sufficed for this share of the diagnosed ones; empty without any.
   *
   * @param share above 0, at most 1
   */
  Optional<Double> within(double share) {
    return minutes.isEmpty()
        ? Optional.empty()
        : Optional.of(minutes.get((int) Math.ceil(share * minutes.size()) - 1));
  }

  /** The share of all troubles that was diagnosed within 0, 1, 2... minutes. */
  List<Point> curve(int upTo) {
    List<Point> points = new ArrayList<>();
    int done = 0;
    for (int minute = 0; minute <= upTo; minute++) {
      while (done < minutes.size() && minutes.get(done) <= minute) {
        done++;
      }
      points.add(new Point(minute, troubles == 0 ? 0 : (double) done / troubles));
    }
    return points;
  }
}
