package io.hubtriage.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.azure.status.Problem;
import io.hubtriage.azure.status.Report;
import io.hubtriage.azure.status.Survey;
import io.hubtriage.azure.wiring.Ports;
import io.hubtriage.model.CountSample;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;
import io.hubtriage.reliability.Tollgate.Point;
import io.hubtriage.sweep.ConnectedDevices;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The sweeps succeed and see nothing: that is calm, or it is blindness. */
@Timeout(120)
final class BlindTest {
  /** Three days on, a minute in which both sweeps run. */
  private static final int LATER = 3 * 24 * 60;

  private final Scene scene;
  private final Host host;

  BlindTest(@TempDir Path folder) throws IOException {
    scene = new Scene(folder, new Tollgate(Point.NEVER));
    host = scene.host();
    host.sweep(5);
    host.sweep(LATER);
  }

  @AfterEach
  void close() throws IOException {
    host.close();
    scene.close();
  }

  @Test
  void connectedDevicesWithoutARowInADayAreBlindness() {
    Report report = survey(1_200);
    assertThat(report.seeing()).isFalse();
    assertThat(report.problems())
        .filteredOn(problem -> problem.weight() == Problem.Weight.BLIND)
        .singleElement()
        .asString()
        .contains("plant-berlin", "had no row of the hub since", "diagnostic setting");
  }

  @Test
  void aFleetThatIsSwitchedOffIsCalm() {
    assertThat(survey(0).seeing()).isTrue();
  }

  @Test
  void aRowOfYesterdayIsEnough() {
    scene.log.row(
        "pump-1",
        Host.at(LATER).minus(Duration.ofHours(25)),
        Operation.CONNECT,
        Signal.NONE,
        Duration.ofMinutes(5));
    assertThat(survey(1_200).seeing()).isTrue();
  }

  @Test
  void whatIsNotTalliedYetIsTold() {
    assertThat(survey(0).problems())
        .extracting(Problem::what)
        .anyMatch(what -> what.contains("digests lack the rows since"));
    for (int minute = LATER + 5; minute <= LATER + 200; minute += 5) {
      host.sweep(minute);
    }
    assertThat(survey(0).problems())
        .extracting(Problem::what)
        .noneMatch(what -> what.contains("digests lack the rows since"));
  }

  private Report survey(double connected) {
    ConnectedDevices metric =
        (hub, window) -> List.of(new CountSample(window.start(), connected, connected, connected));
    Ports ports =
        (Ports)
            Proxy.newProxyInstance(
                Ports.class.getClassLoader(),
                new Class<?>[] {Ports.class},
                (proxy, method, arguments) -> {
                  if (method.isDefault()) {
                    return InvocationHandler.invokeDefault(proxy, method, arguments);
                  }
                  try {
                    return method.getName().equals("metric")
                        ? metric
                        : method.invoke(host.wiring, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    return new Survey(ports).report();
  }
}
