package io.hubtriage.model;

import java.time.Instant;

/**
 * The verdict on one disconnect or error row.
 *
 * @param time the row's time, to the millisecond
 * @param confidence 0 to 1; that of the best explanation, also where the verdict is {@link
 *     Cause#UNKNOWN}
 */
public record Attribution(
    Hub hub,
    Device device,
    Instant time,
    Operation operation,
    Signal signal,
    Cause cause,
    double confidence) {}
