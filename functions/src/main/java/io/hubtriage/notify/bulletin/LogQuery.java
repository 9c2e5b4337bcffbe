package io.hubtriage.notify.bulletin;

import io.hubtriage.model.Hub;
import io.hubtriage.model.Window;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The question to Log Analytics that shows an incident's rows.
 *
 * @param span the rows' times, both ends included
 * @param deviceIds only these devices; empty for all of the hub
 * @param others affected devices that are not among {@code deviceIds}
 */
record LogQuery(Hub hub, Window span, List<String> deviceIds, int others) {
  /** Copies the list. */
  LogQuery {
    deviceIds = List.copyOf(deviceIds);
  }

  /** The query in KQL, every literal quoted. */
  String kql() {
    return (others > 0 ? "// " + deviceIds.size() + " of " + (deviceIds.size() + others) : "")
        + (others > 0 ? " devices; drop the DeviceId line to see all rows of the hub\n" : "")
        + "AzureDiagnostics\n"
        + "| where TimeGenerated between (datetime("
        + span.start()
        + ") .. datetime("
        + span.end()
        + "))\n"
        + "| where Category == \"Connections\" and "
        + hubFilter()
        + "\n"
        + "| extend p = parse_json(properties_s)\n"
        + "| extend DeviceId = tostring(p.deviceId)\n"
        + deviceFilter()
        + "| project TimeGenerated, DeviceId, OperationName, ResultType, ResultDescription,"
        + " Sdk = tostring(p.sdkVersion), Protocol = tostring(p.protocol),"
        + " Network = tostring(p.maskedIpAddress)\n"
        + "| order by DeviceId asc, TimeGenerated asc";
  }

  private String hubFilter() {
    return hub.resourceId().startsWith("/")
        ? "_ResourceId =~ " + quote(hub.resourceId())
        : "Resource =~ " + quote(hub.name());
  }

  private String deviceFilter() {
    return deviceIds.isEmpty()
        ? ""
        : deviceIds.stream()
            .map(LogQuery::quote)
            .collect(Collectors.joining(", ", "| where DeviceId in (", ")\n"));
  }

  /** A string literal: learn.microsoft.com/kusto/query/scalar-data-types/string. */
  static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || c > 0x7e) {
        out.append('\\').append('u').append(Integer.toHexString(0x10000 | c), 1, 5);
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
