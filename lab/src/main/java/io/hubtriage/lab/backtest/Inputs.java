package io.hubtriage.lab.backtest;

import io.hubtriage.lab.log.MemoryConnectedDevices;
import io.hubtriage.lab.log.MemoryConnectionLog;
import io.hubtriage.lab.read.LabelledRow;
import io.hubtriage.lab.read.ReadReport;
import io.hubtriage.lab.read.ReceivedEvent;
import java.util.List;
import java.util.Optional;

/**
 * What a backtest was given.
 *
 * @param source where the rows came from, for the title: file and folder names
 * @param rows what came of reading the connection logs
 * @param log their rows; at least one
 * @param metric connectedDeviceCount; may be empty
 * @param events Event Grid events; may be empty
 * @param truth the true causes, if they are known
 * @param reports what came of reading each kind of file, the connection logs first
 */
public record Inputs(
    String source,
    ReadReport rows,
    MemoryConnectionLog log,
    MemoryConnectedDevices metric,
    List<ReceivedEvent> events,
    Optional<List<LabelledRow>> truth,
    List<ReadReport> reports) {
  /** Copies the lists. */
  public Inputs {
    events = List.copyOf(events);
    reports = List.copyOf(reports);
  }
}
