package io.hubtriage.lab.backtest;

import io.hubtriage.lab.log.MemoryConnectedDevices;
import io.hubtriage.lab.log.MemoryConnectionLog;
import io.hubtriage.lab.read.LabelledRow;
import io.hubtriage.lab.read.ReadReport;
import io.hubtriage.lab.read.ReceivedEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a backtest was given.
 *
 * @param rows what came of reading the connection logs
 * @param events Event Grid events; may be empty
 * @param truth the true causes, if they are known
 * @param reports what came of reading each kind of file, the connection logs first
 */
record Inputs(
    List<Path> sources,
    ReadReport rows,
    MemoryConnectionLog log,
    MemoryConnectedDevices metric,
    List<ReceivedEvent> events,
    Optional<List<LabelledRow>> truth,
    List<ReadReport> reports) {
  /** Copies the lists. */
  Inputs {
    sources = List.copyOf(sources);
    events = List.copyOf(events);
    reports = List.copyOf(reports);
  }
}
