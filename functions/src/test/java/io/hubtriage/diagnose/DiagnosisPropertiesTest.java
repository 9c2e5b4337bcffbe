package io.hubtriage.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.model.Attribution;
import io.hubtriage.model.Device;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;
import io.hubtriage.model.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Whatever the log holds. */
final class DiagnosisPropertiesTest {
  @Property(tries = 60)
  void orderAndDoublesChangeNothing(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    HubCase plain = hub(rows(seed), 0);
    Random random = new Random(seed + 1);
    List<List<Long>> mixed = new ArrayList<>();
    for (List<Long> device : rows(seed)) {
      List<Long> doubled = new ArrayList<>(device);
      doubled.addAll(device.subList(0, device.size() / 2));
      Collections.shuffle(doubled, random);
      mixed.add(doubled);
    }
    assertThat(Diagnostician.diagnose(hub(mixed, 0))).isEqualTo(Diagnostician.diagnose(plain));
  }

  @Property(tries = 60)
  void anotherHourOfTheDayChangesNothing(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 5_000) int minutes) {
    List<Attribution> here = Diagnostician.diagnose(hub(rows(seed), 0)).attributions();
    List<Attribution> there = Diagnostician.diagnose(hub(rows(seed), minutes)).attributions();
    assertThat(there).extracting(Attribution::cause).isEqualTo(causes(here));
    assertThat(there)
        .extracting(Attribution::time)
        .isEqualTo(here.stream().map(a -> a.time().plus(Duration.ofMinutes(minutes))).toList());
  }

  @Property(tries = 40)
  void aSoundNeighbourChangesNothing(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    List<List<Long>> rows = rows(seed);
    Diagnosis alone = Diagnostician.diagnose(hub(rows, 0));
    List<List<Long>> more = new ArrayList<>(rows);
    more.add(List.of(Timeline.pack(Log.millis("00:05"), 0, Operation.CONNECT, Signal.NONE)));
    Diagnosis beside = Diagnostician.diagnose(hub(more, 0));
    assertThat(beside.attributions()).isEqualTo(alone.attributions());
    assertThat(beside.assessment().conditions()).isEqualTo(alone.assessment().conditions());
    assertThat(beside.bursts()).isEqualTo(alone.bursts());
  }

  private static List<io.hubtriage.model.Cause> causes(List<Attribution> attributions) {
    return attributions.stream().map(Attribution::cause).toList();
  }

  /** Any rows at all of some devices; half of the devices drop together at noon. */
  static List<List<Long>> rows(long seed) {
    Random random = new Random(seed);
    Signal[] signals = Signal.values();
    List<List<Long>> devices = new ArrayList<>();
    for (int d = 0; d < 12; d++) {
      List<Long> rows = new ArrayList<>();
      long at = Log.millis("00:00");
      for (int i = 0; i < 25; i++) {
        at += (long) (Math.pow(random.nextDouble(), 4) * 7_200_000) + 1;
        boolean connect = random.nextInt(5) < 3;
        Signal signal = connect ? Signal.NONE : signals[random.nextInt(signals.length)];
        Operation operation = connect ? Operation.CONNECT : Operation.DISCONNECT;
        rows.add(Timeline.pack(at, 0, operation, signal));
      }
      if (d % 2 == 0) {
        long noon = Log.millis("12:00") + d * 700L;
        rows.add(Timeline.pack(noon, 0, Operation.DISCONNECT, Signal.SERVER_ERROR));
      }
      devices.add(rows);
    }
    return devices;
  }

  static HubCase hub(List<List<Long>> devices, int minutesLater) {
    List<Timeline> timelines = new ArrayList<>();
    long later = Duration.ofMinutes(minutesLater).toMillis() << 16;
    for (int d = 0; d < devices.size(); d++) {
      timelines.add(
          new Timeline(
              Log.HUB,
              Device.of("device-" + d),
              Log.device("x").timeline().client(),
              List.of(""),
              devices.get(d).stream().mapToLong(row -> row + later).toArray()));
    }
    return new HubCase(
        Log.HUB,
        timelines,
        Lives.NONE,
        Baseline.EMPTY,
        List.of(),
        List.of(),
        Log.at("24:00").plus(Duration.ofMinutes(minutesLater)),
        Log.SETTLE,
        devices.size());
  }
}
