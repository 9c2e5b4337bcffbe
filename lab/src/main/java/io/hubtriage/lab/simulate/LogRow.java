package io.hubtriage.lab.simulate;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Client;
import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Operation;
import io.hubtriage.model.Signal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A row of the simulated log, as it was ingested.
 *
 * @param time to the microsecond
 * @param level {@code Information}, {@code Informational} or {@code Error}
 * @param description what {@code resultDescription} says; {@code ""} if nothing
 * @param network the masked address
 * @param cause why it was written; empty for a connect that succeeded
 */
public record LogRow(
    SimulatedDevice device,
    Instant time,
    Operation operation,
    String level,
    Signal signal,
    String description,
    String network,
    Instant ingestedAt,
    Optional<Cause> cause) {
  /** {@code sdkVersion}: told by successful connects only; {@code ""} otherwise. */
  public String sdkVersion() {
    return cause.isEmpty() ? device.sdkVersion() : "";
  }

  /** The row as a reader of the log sees it: without its cause, its time in whole milliseconds. */
  public ConnectionRow connectionRow() {
    Client client = cause.isEmpty() ? device.named() : device.unnamed();
    return new ConnectionRow(
        device.hub(),
        device.device(),
        time.truncatedTo(ChronoUnit.MILLIS),
        operation,
        signal.code(),
        description,
        client,
        network,
        ingestedAt);
  }

  /** The row's line of the truth; empty for a connect that succeeded. */
  Optional<TruthLine> truth() {
    String code = signal.code().isEmpty() ? description : signal.code();
    return cause.map(c -> new TruthLine(time, device.hub(), device.device(), code, c));
  }
}
