package io.hubtriage.lab.read;

import io.hubtriage.model.Device;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What tells disconnect and error rows apart in {@code truth.jsonl} and {@code attributions.jsonl}.
 *
 * @param time truncated to the millisecond
 * @param hub the hub's name in lower case
 * @param code as {@link io.hubtriage.model.ConnectionRow#codeOrName}
 */
public record RowId(Instant time, String hub, Device device, String code) {
  /** Truncates the time. */
  public RowId {
    time = time.truncatedTo(ChronoUnit.MILLIS);
  }
}
