package io.hubtriage.lab.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubtriage.model.Client;
import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Operation;
import java.time.Instant;

/**
 * A row of {@code AzureDiagnostics} as an IoT hub writes it. Times are kept to the microsecond.
 *
 * @param resourceId the hub's ARM id, in any case
 * @param category {@code Connections} for the rows this is about
 * @param properties JSON text, {@code properties_s}
 * @param ingestedAt when the row could first be queried
 */
public record DiagnosticRow(
    Instant time,
    String resourceId,
    String category,
    String operationName,
    String level,
    String resultType,
    String resultDescription,
    String properties,
    String location,
    Instant ingestedAt) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The row that a hub would have written. */
  public static DiagnosticRow of(ConnectionRow row) {
    return new DiagnosticRow(
        row.time(),
        row.hub().resourceId(),
        "Connections",
        row.operation() == Operation.CONNECT ? "deviceConnect" : "deviceDisconnect",
        row.signal().isError() ? "Error" : "Information",
        row.code(),
        row.description(),
        properties(row),
        "",
        row.ingestedAt());
  }

  private static String properties(ConnectionRow row) {
    ObjectNode json = JSON.createObjectNode();
    put(json, "deviceId", row.device().deviceId());
    put(json, "moduleId", row.device().moduleId());
    put(json, "protocol", row.client().protocol());
    put(json, "authType", authType(row.client().authType()));
    put(json, "maskedIpAddress", row.network());
    put(json, "sdkVersion", sdkVersion(row.client()));
    return text(json);
  }

  private static void put(ObjectNode json, String name, String value) {
    if (!value.isEmpty()) {
      json.put(name, value);
    }
  }

  /** JSON in a string of JSON: so the hub writes it. */
  private static String authType(String type) {
    return type.isEmpty()
        ? ""
        : text(
            JSON.createObjectNode()
                .put("scope", "device")
                .put("type", type)
                .put("issuer", "iothub"));
  }

  private static String sdkVersion(Client client) {
    return client.sdkVersion().isEmpty() ? client.sdk() : client.sdk() + "/" + client.sdkVersion();
  }

  private static String text(ObjectNode json) {
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text cannot fail to become JSON", e);
    }
  }
}
