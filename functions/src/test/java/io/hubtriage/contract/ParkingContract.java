package io.hubtriage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.sweep.Parking;
import io.hubtriage.sweep.memory.MemoryParking.Parked;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a place to park input must keep to. */
public abstract class ParkingContract {
  private static final Instant NOON = Samples.NOON;

  /** An empty place. Asked for once per test. */
  protected abstract Parking parking();

  /** Everything in it, in any order. */
  protected abstract List<Parked> parked();

  @Test
  void whatIsParkedComesBackWhole() {
    String text = "[{\"topic\": null}, \u0000 \"a|b\\\n日本\ud83d\ude00 <xml/>]";
    parking().park("../eventTime: 'x' is not a time\r\n", text, NOON);
    assertThat(parked())
        .containsExactly(new Parked("../eventTime: 'x' is not a time\r\n", text, NOON));
  }

  @Test
  void repeatsDoNotMultiply() {
    Parking parking = parking();
    parking.park("broken", "{", NOON);
    parking.park("broken", "{", NOON.plusSeconds(60));
    assertThat(parked()).containsExactly(new Parked("broken", "{", NOON));
  }

  @Test
  void countsUpToABound() {
    Parking parking = parking();
    assertThat(parking.count(10)).isZero();
    for (int i = 0; i < 7; i++) {
      parking.park("broken", "{" + i, NOON);
    }
    assertThat(parking.count(10)).isEqualTo(7);
    assertThat(parking.count(5)).isEqualTo(5);
  }

  @Test
  void otherTextsAndReasonsAreApart() {
    Parking parking = parking();
    parking.park("broken", "{", NOON);
    parking.park("broken", "[", NOON);
    parking.park("Broken", "{", NOON);
    parking.park("日", "", NOON);
    parking.park("本", "", NOON);
    assertThat(parked())
        .containsExactlyInAnyOrder(
            new Parked("broken", "{", NOON),
            new Parked("broken", "[", NOON),
            new Parked("Broken", "{", NOON),
            new Parked("日", "", NOON),
            new Parked("本", "", NOON));
  }
}
