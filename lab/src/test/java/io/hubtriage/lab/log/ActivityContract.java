package io.hubtriage.lab.log;

import static io.hubtriage.lab.log.Rows.HUB;
import static io.hubtriage.lab.log.Rows.JAVA;
import static io.hubtriage.lab.log.Rows.WEST;
import static io.hubtriage.lab.log.Rows.at;
import static io.hubtriage.lab.log.Rows.drop;
import static io.hubtriage.lab.log.Rows.ingested;
import static io.hubtriage.lab.log.Rows.on;
import static io.hubtriage.lab.log.Rows.refused;
import static io.hubtriage.lab.log.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectionLog;
import io.hubtriage.sweep.ConnectionLog.ActivityCount;
import org.junit.jupiter.api.Test;

/** Question one, by cases small enough to check by hand. */
interface ActivityContract extends LogUnderTest {
  @Test
  default void countsRowsAndDevicesPerMinuteOperationAndSignal() {
    ConnectionLog log =
        log(
            drop("9:00:00", "a", "404104"),
            drop("9:00:30", "a", "404104"),
            drop("9:00:59.999", "b", "404104"),
            drop("9:01:00", "b", "404104"),
            refused("9:00:10", "a", "404104"),
            drop("9:00:10", "a", ""),
            on(WEST, drop("9:00:10", "a", "404104")));
    assertThat(log.activity(DAY, DAY.end()))
        .containsExactlyInAnyOrder(
            count(HUB, "9:00:00", Operation.DISCONNECT, "404104", 3, 2, "9:00:59.999"),
            count(HUB, "9:01:00", Operation.DISCONNECT, "404104", 1, 1, "9:01:00"),
            count(HUB, "9:00:00", Operation.CONNECT, "404104", 1, 1, "9:00:10"),
            count(HUB, "9:00:00", Operation.DISCONNECT, "", 1, 1, "9:00:10"),
            count(WEST, "9:00:00", Operation.DISCONNECT, "404104", 1, 1, "9:00:10"));
  }

  @Test
  default void countsOnlyRowsInsideTheWindowEvenWithinAMinute() {
    ConnectionLog log =
        log(
            drop("9:00:09.999", "a", ""),
            drop("9:00:10", "b", ""),
            drop("9:00:19.999", "c", ""),
            drop("9:00:20", "d", ""));
    Window window = new Window(at("9:00:10"), at("9:00:20"));
    assertThat(log.activity(window, DAY.end()))
        .containsExactly(count(HUB, "9:00:00", Operation.DISCONNECT, "", 2, 2, "9:00:19.999"));
  }

  @Test
  default void hidesRowsIngestedAtOrAfterTheMoment() {
    ConnectionLog log =
        log(
            ingested(drop("9:00:00", "a", ""), "9:05:00"),
            ingested(drop("9:00:01", "b", ""), "9:20:00"));
    assertThat(log.activity(DAY, at("9:05:00"))).isEmpty();
    assertThat(log.activity(DAY, at("9:05:00.001")))
        .containsExactly(count(HUB, "9:00:00", Operation.DISCONNECT, "", 1, 1, "9:00:00"));
    assertThat(log.activity(DAY, at("9:20:00.001")))
        .containsExactly(count(HUB, "9:00:00", Operation.DISCONNECT, "", 2, 2, "9:00:01"));
  }

  @Test
  default void countsADoubledRowOnceAndAModuleAsADeviceOfItsOwn() {
    ConnectionRow module = row("9:00:00", new Device("a", "m"), Operation.DISCONNECT, "", JAVA);
    ConnectionRow device = drop("9:00:00", "a", "");
    assertThat(log(module, device, device, ingested(module, "9:30:00")).activity(DAY, DAY.end()))
        .containsExactly(count(HUB, "9:00:00", Operation.DISCONNECT, "", 2, 2, "9:00:00"));
  }

  private ActivityCount count(
      Hub hub, String minute, Operation op, String code, long rows, long devices, String newest) {
    return new ActivityCount(hub, at(minute), op, Signal.of(code, ""), rows, devices, at(newest));
  }
}
