package io.hubtriage.model;

import java.time.Instant;

/**
 * One minute of the metric {@code connectedDeviceCount}.
 *
 * @param minute start of the minute
 * @param average devices connected, on average over the minute
 * @param minimum at least
 * @param maximum at most
 */
public record CountSample(Instant minute, double average, double minimum, double maximum) {}
