package io.hubtriage.diagnose;

import static io.hubtriage.diagnose.Log.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.model.CountSample;
import io.hubtriage.model.Device;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class BurstDetectorTest {
  private static final Baseline QUIET = usual(1);
  private static final Baseline BUSY = usual(120);

  @Test
  void twelveDevicesWithServerErrorsAreABurstWhereThatIsUnheardOf() {
    List<Startle> twelve = startles(12, "12:00", Startle.Kind.SERVER, i -> "net-" + i);
    assertThat(find(twelve, QUIET, List.of())).singleElement().satisfies(this::isOfTheHub);
    assertThat(find(twelve, BUSY, List.of())).isEmpty();
  }

  @Test
  void twelveDevicesOfOneNetworkAreABurstWhereThatIsUnheardOf() {
    List<Startle> twelve = startles(12, "12:00", Startle.Kind.LOSS, i -> "net");
    assertThat(find(twelve, QUIET, List.of()))
        .singleElement()
        .satisfies(burst -> assertThat(burst.network()).isEqualTo("net"));
    assertThat(find(twelve, BUSY, List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "3, 1"})
  void serverErrorsNeedThreeDevices(int devices, int bursts) {
    Map<Instant, Integer> bins = new TreeMap<>(usual(0).bins());
    for (int i = 0; i < 36; i++) {
      bins.put(at("00:00").plus(Baseline.BIN.multipliedBy(4L * i)), 1);
    }
    List<Startle> startles = startles(devices, "12:00", Startle.Kind.SERVER, i -> "net-" + i);
    assertThat(find(startles, new Baseline(bins), List.of())).hasSize(bursts);
  }

  @ParameterizedTest
  @CsvSource({"3, 0", "7, 1"})
  void aNetworkNeedsFourDevices(int devices, int bursts) {
    List<Startle> startles = startles(devices, "12:00", Startle.Kind.LOSS, i -> "net");
    assertThat(find(startles, usual(0), List.of())).hasSize(bursts);
  }

  @ParameterizedTest
  @EnumSource(Startle.Kind.class)
  void oneDeviceManyTimesIsNoBurst(Startle.Kind kind) {
    List<Startle> startles = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      startles.add(startle("pump", at("12:00").plusSeconds(i), "net", kind));
    }
    assertThat(find(startles, usual(0), dip("12:00"))).isEmpty();
  }

  @Test
  void lossesNeedTheMetricAsASecondWitness() {
    List<Startle> thirty = startles(30, "12:00", Startle.Kind.LOSS, i -> "net-" + i);
    assertThat(find(thirty, QUIET, List.of())).as("no metric").isEmpty();
    assertThat(find(thirty, QUIET, steady())).as("steady metric").isEmpty();
    assertThat(find(thirty, QUIET, dip("12:00"))).singleElement().satisfies(this::isOfTheHub);
  }

  @Test
  void withTheMetricToldASiteStaysASite() {
    List<Startle> mixed =
        new ArrayList<>(startles(30, "12:00", Startle.Kind.LOSS, i -> i < 20 ? "net" : "o" + i));
    assertThat(find(mixed, QUIET, dip("12:00")))
        .singleElement()
        .satisfies(burst -> assertThat(burst.network()).isEqualTo("net"));
  }

  @Test
  void hoursApartIsTwice() {
    List<Startle> startles =
        new ArrayList<>(startles(12, "12:00", Startle.Kind.SERVER, i -> "net-" + i));
    startles.addAll(startles(12, "15:00", Startle.Kind.SERVER, i -> "net-" + i));
    assertThat(find(startles, QUIET, List.of())).hasSize(2);
  }

  @Test
  void orderAndDoublesChangeNothing() {
    List<Startle> startles =
        new ArrayList<>(startles(40, "12:00", Startle.Kind.SERVER, i -> "net-" + i % 3));
    startles.addAll(startles(20, "13:00", Startle.Kind.LOSS, i -> "net"));
    List<Burst> expected = find(startles, QUIET, dip("12:00"));
    assertThat(expected).hasSizeGreaterThan(1);
    List<Startle> mixed = new ArrayList<>(startles);
    Collections.shuffle(mixed, new Random(3));
    assertThat(find(mixed, QUIET, dip("12:00"))).isEqualTo(expected);
  }

  @Test
  void theExcessIsHowManyTimesTheUsualCameOnTop() {
    Burst burst =
        find(startles(12, "12:00", Startle.Kind.SERVER, i -> "n" + i), QUIET, List.of()).get(0);
    double usual = QUIET.perMinute(List.of());
    int minute = (int) Duration.between(burst.start(), at("12:00")).toMinutes();
    assertThat(burst.excess().get(minute)).isEqualTo((12 - usual) / usual);
    assertThat(burst.rate(at("12:00").toEpochMilli()))
        .isEqualTo(Burst.USUAL * burst.excess().get(minute));
    assertThat(burst.rate(burst.span().end().toEpochMilli())).isZero();
    assertThat(burst.rate(burst.start().toEpochMilli() - 1)).isZero();
  }

  private void isOfTheHub(Burst burst) {
    assertThat(burst.network()).isEmpty();
    assertThat(burst.span().contains(at("12:00"))).isTrue();
    assertThat(burst.span().length()).isLessThan(Duration.ofMinutes(10));
  }

  private static List<Burst> find(
      List<Startle> startles, Baseline usual, List<CountSample> metric) {
    return new BurstDetector(startles, usual, List.of(), metric, List.of()).find();
  }

  private static List<Startle> startles(
      int devices,
      String time,
      Startle.Kind kind,
      java.util.function.IntFunction<String> networks) {
    List<Startle> startles = new ArrayList<>();
    for (int i = 0; i < devices; i++) {
      startles.add(startle("d" + i, at(time).plusMillis(i), networks.apply(i), kind));
    }
    return startles;
  }

  private static Startle startle(String device, Instant at, String network, Startle.Kind kind) {
    return new Startle(Device.of(device), at.toEpochMilli(), network, kind);
  }

  /** A day on which every five minutes so many devices dropped. */
  private static Baseline usual(int devices) {
    Map<Instant, Integer> bins = new TreeMap<>();
    for (int i = 0; i < 144; i++) {
      bins.put(at("00:00").plus(Baseline.BIN.multipliedBy(i)), devices);
    }
    return new Baseline(bins);
  }

  private static List<CountSample> steady() {
    return samples(at("99:00"));
  }

  private static List<CountSample> dip(String time) {
    return samples(at(time));
  }

  private static List<CountSample> samples(Instant low) {
    List<CountSample> samples = new ArrayList<>();
    for (Instant m = at("11:00"); m.isBefore(at("13:30")); m = m.plusSeconds(60)) {
      boolean down = !m.isBefore(low) && m.isBefore(low.plusSeconds(300));
      double count = down ? 60 : 100;
      samples.add(new CountSample(m, count, count, count));
    }
    return samples;
  }
}
