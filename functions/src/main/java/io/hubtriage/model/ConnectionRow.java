package io.hubtriage.model;

import java.time.Instant;

/**
 * One row of the hub's {@code Connections} log.
 *
 * @param time when it happened, by the hub's clock; kept to the millisecond (truncated)
 * @param code {@code ResultType} as written, {@code ""} if none: an open set
 * @param description {@code ResultDescription} as written, {@code ""} if none
 * @param network the masked address of the client, {@code 203.0.113.XXX}, or {@code ""}
 * @param ingestedAt when the row could first be queried; never before this may a reader see it
 */
public record ConnectionRow(
    Hub hub,
    Device device,
    Instant time,
    Operation operation,
    String code,
    String description,
    Client client,
    String network,
    Instant ingestedAt) {
  /** What the row says went wrong. */
  public Signal signal() {
    return Signal.of(code, description);
  }

  /**
   * The code the row is known by: {@code ResultType}, else the description of an error without a
   * code, else {@code ""}.
   */
  public String codeOrName() {
    return code.isEmpty() ? description : code;
  }
}
