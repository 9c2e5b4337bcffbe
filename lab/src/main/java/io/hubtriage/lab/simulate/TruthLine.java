package io.hubtriage.lab.simulate;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import java.time.Instant;

/**
 * Why one disconnect or error row was written.
 *
 * @param time the row's, to the microsecond
 * @param code the row's code, the name of an error without one, {@code ""} for an informational row
 */
public record TruthLine(Instant time, Hub hub, Device device, String code, Cause cause) {}
