package io.hubtriage.incident;

import io.hubtriage.model.Hub;

/** Which outbox row a wake-up is for. */
public record Wakeup(Hub hub, String noticeId, String channel) {}
