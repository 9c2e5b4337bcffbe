package io.hubtriage.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.model.Timeline;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

final class TouchedTest {
  /** Also where a drop lies on the edge: the start is in, the end is not. */
  @Property(tries = 60)
  void findsWhatLookingThroughAllDevicesFinds(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 0, max = 40) int first,
      @ForAll @IntRange(min = 0, max = 40) int more) {
    List<DeviceDiagnosis> devices = new ArrayList<>();
    List<Long> edges = new ArrayList<>();
    for (Timeline timeline :
        DiagnosisPropertiesTest.hub(DiagnosisPropertiesTest.rows(seed), 0).timelines()) {
      DeviceDiagnosis device =
          DeviceDiagnosis.of(timeline, List.of(), Surroundings.calm(Log.millis("20:00")));
      devices.add(device);
      device.drops().stream()
          .filter(d -> d.signal().isServerError())
          .forEach(d -> edges.add(d.at()));
    }
    edges.sort(null);
    long from = edges.get(Math.min(first, edges.size() - 1));
    long to = edges.get(Math.min(first + more, edges.size() - 1));
    assertThat(Touched.of(devices).between(from, to))
        .isEqualTo(devices.stream().filter(device -> touched(device, from, to)).toList());
  }

  private static boolean touched(DeviceDiagnosis device, long from, long to) {
    for (int i = 0; i < device.drops().size(); i++) {
      Drop drop = device.drops().get(i);
      boolean wide = device.cause(i).wide() || drop.signal().isServerError();
      if (wide && drop.at() >= from && drop.at() < to) {
        return true;
      }
    }
    return false;
  }
}
