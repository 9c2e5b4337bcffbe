package io.hubtriage.lab.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hubtriage.lab.cost.Setup.Events;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CostModelTest {
  private static final CostModel MODEL = new CostModel(Prices.shipped());
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Offset<Double> CENT = within(0.005);

  private static Bill bill(long devices, Events events) {
    return MODEL.bill(new Fleet(devices, HOUR), new Setup(events, 2_048));
  }

  /** 1.44 rows a device and month, a thousand bytes each: reckoned by hand. */
  @ParameterizedTest
  @CsvSource({
    "1000,    0", // 1.44 GB: free
    "100000,  319.70", // (144 - 5) x 2.30
    "1000000, 3300.50", // (1,440 - 5) x 2.30
  })
  void theLogIsBilledByTheGigabyte(long devices, double dollars) {
    assertThat(bill(devices, Events.NOT_RECEIVED).of(Item.LOG)).isCloseTo(dollars, CENT);
  }

  @ParameterizedTest
  @CsvSource({
    "1000,    1.67", // (2 x 1.44 M - 0.1 M) x 0.60
    "100000,  172.74",
    "1000000, 1727.94",
  })
  void anEventIsTwoOperations(long devices, double dollars) {
    assertThat(bill(devices, Events.RECEIVED).of(Item.EVENT_GRID)).isCloseTo(dollars, CENT);
  }

  @Test
  void whatIsNotReceivedIsNotPaid() {
    Bill bill = bill(1_000_000, Events.NOT_RECEIVED);
    assertThat(bill.of(Item.EVENT_GRID)).isZero();
    assertThat(bill.of(Item.RUNS)).isZero(); // 51,840 sweeps of 250,000 free
    assertThat(bill.of(Item.COMPUTE)).isCloseTo(4.14, CENT); // (129,600 s x 2 GB - 100,000) x 26e-6
  }

  /** 0.0299 a second to 16 slots, or 0.0025 of a core: one instance to 400 events a second. */
  @ParameterizedTest
  @CsvSource({"0, 1", "0.5, 1", "400, 1", "400.1, 2", "800, 2", "16667, 42"})
  void instancesKeepUp(double rate, int instances) {
    assertThat(CostModel.instances(rate)).isEqualTo(instances);
  }

  /** One event a second keeps an instance busy for 63 % of the time: 1 - 1/e. */
  @Test
  void fewEventsKeepAnInstanceBusy() {
    assertThat(CostModel.receiving(1)).isCloseTo(0.632 * 2_592_000, within(400.0));
    assertThat(CostModel.receiving(0)).isZero();
  }

  @Property
  void moreDevicesNeverCostLess(
      @ForAll @LongRange(min = 1, max = 2_000_000) long devices,
      @ForAll @IntRange(min = 1, max = 100_000) int more,
      @ForAll Events events) {
    assertThat(bill(devices + more, events).total())
        .isGreaterThanOrEqualTo(bill(devices, events).total());
  }

  @Property
  void longerTokensNeverCostMore(
      @ForAll @LongRange(min = 1, max = 2_000_000) long devices,
      @ForAll @IntRange(min = 1, max = 720) int hours) {
    Setup setup = new Setup(Events.RECEIVED, 2_048);
    Fleet longer = new Fleet(devices, Duration.ofHours(hours + 1L));
    Fleet shorter = new Fleet(devices, Duration.ofHours(hours));
    assertThat(MODEL.bill(longer, setup).total())
        .isLessThanOrEqualTo(MODEL.bill(shorter, setup).total());
  }

  @Test
  void aMissingPriceIsNamed() {
    Map<String, Double> prices = new HashMap<>(Prices.shipped().values());
    prices.remove("log-gb");
    CostModel model = new CostModel(new Prices(prices));
    assertThatThrownBy(() -> model.bill(new Fleet(1, HOUR), new Setup(Events.NOT_RECEIVED, 2_048)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("prices.json has no log-gb");
  }

  @Test
  void impossibleFleetsAreRefused() {
    assertThatThrownBy(() -> new Fleet(0, HOUR)).hasMessageContaining("at least 1, not 0");
    assertThatThrownBy(() -> new Fleet(1, Duration.ofSeconds(59)))
        .hasMessageContaining("at least a minute");
    assertThat(new Fleet(1, Duration.ofMinutes(1)).changes()).isEqualTo(86_400);
  }
}
