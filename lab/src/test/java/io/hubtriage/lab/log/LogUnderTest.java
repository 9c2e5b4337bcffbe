package io.hubtriage.lab.log;

import static io.hubtriage.lab.log.Rows.at;

import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Window;
import io.hubtriage.sweep.ConnectionLog;
import java.time.Duration;
import java.util.List;

/** Where the contract's cases get their log from. */
interface LogUnderTest {
  Window DAY = new Window(at("0:0:0"), at("24:0:0"));
  Duration LOOK_BACK = Duration.ofHours(24);

  /** A log that holds exactly these rows. */
  ConnectionLog log(List<ConnectionRow> rows);

  default ConnectionLog log(ConnectionRow... rows) {
    return log(List.of(rows));
  }
}
