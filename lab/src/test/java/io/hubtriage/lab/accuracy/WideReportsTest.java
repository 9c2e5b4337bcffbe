package io.hubtriage.lab.accuracy;

import static io.hubtriage.lab.accuracy.Judged.HUB;
import static io.hubtriage.lab.accuracy.Judged.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubtriage.lab.log.MemoryConnectedDevices;
import io.hubtriage.lab.score.Alert;
import io.hubtriage.lab.simulate.WideIncident;
import io.hubtriage.lab.simulate.WideIncident.Kind;
import io.hubtriage.model.Cause;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WideReportsTest {
  private static final WideIncident OUTAGE =
      new WideIncident(
          new Hub(HUB), Kind.HUB, minute(0), 0.5, Duration.ofMinutes(2), Duration.ofMinutes(8), -1);

  /** An outage of ten minutes counts from two before to ten after it. */
  @ParameterizedTest
  @CsvSource({
    "HUB_TRANSIENT, -2,   1, 0",
    "HUB_TRANSIENT, -2.1, 0, 1",
    "HUB_TRANSIENT, 20,   1, 0",
    "HUB_TRANSIENT, 20.1, 0, 1",
    "SITE_OUTAGE,   5,    0, 1"
  })
  void aReportBelongsToAnIncidentOfItsKind(Cause cause, double since, int found, int wrong) {
    WideReports wide = WideReports.of(specimen(), List.of(alert(cause, since, since + 5)));
    assertThat(wide).isEqualTo(new WideReports(1, 1, wrong, 1, found));
  }

  @ParameterizedTest
  @CsvSource({"60, 1", "61, 2"})
  void alertsWithinAnHourAreOneReport(double later, int reports) {
    WideReports wide =
        WideReports.of(
            specimen(),
            List.of(
                alert(Cause.HUB_TRANSIENT, 0, 5), alert(Cause.HUB_TRANSIENT, later, 5 + later)));
    assertThat(wide.reports()).isEqualTo(reports);
    assertThat(wide.wrong()).isEqualTo(reports - 1);
  }

  @Test
  void causesOfDevicesAreNoReports() {
    WideReports wide = WideReports.of(specimen(), List.of(alert(Cause.CRASH_LOOP, 0, 5)));
    assertThat(WideReports.sum(List.of(wide, wide))).isEqualTo(new WideReports(2, 0, 0, 2, 0));
  }

  private static Alert alert(Cause cause, double since, double at) {
    return new Alert(minute(at), HUB, cause, Map.of(Device.of("pump"), minute(since)));
  }

  private static Specimen specimen() {
    return new Specimen(
        List.of(), new MemoryConnectedDevices(), List.of(), List.of(OUTAGE), 100, 1);
  }
}
