package io.hubtriage.lab.log;

import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import java.time.Instant;

/**
 * A distinct disconnect or error row, as the contract of {@code attributions.jsonl} tells rows
 * apart: by hub, device, time and code.
 *
 * @param time to the millisecond (truncated)
 * @param code as {@link io.hubtriage.model.ConnectionRow#codeOrName}
 * @param ingestedAt when it could first be queried, to the millisecond (truncated)
 */
public record Drop(Hub hub, Device device, Instant time, String code, Instant ingestedAt) {}
