package io.hubtriage.lab.read;

import io.hubtriage.model.ConnectionEvent;
import java.time.Instant;

/**
 * A delivered connection event.
 *
 * @param receivedAt when the function would have been called; never before this may a reader see it
 */
public record ReceivedEvent(ConnectionEvent event, Instant receivedAt) {}
