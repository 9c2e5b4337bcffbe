package io.hubtriage.lab.backtest;

import io.hubtriage.sweep.ConnectedDevices;
import io.hubtriage.sweep.ConnectionLog;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What the pipeline asks during a replay, in place of Azure.
 *
 * @param clock told the virtual time before each sweep of the log, so that a stand-in can hide what
 *     is not there yet
 */
public record Sources(ConnectionLog log, ConnectedDevices metric, Consumer<Instant> clock) {
  /** Sources that tell from the question itself what is there. */
  static Sources of(ConnectionLog log, ConnectedDevices metric) {
    return new Sources(log, metric, now -> {});
  }
}
