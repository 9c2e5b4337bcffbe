package io.hubtriage.lab.read;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What of a record is read, under the names that archive, event hub and Log Analytics give it
 * (learn.microsoft.com/azure/azure-monitor/reference/tables/azurediagnostics). Case does not count,
 * nor does the {@code [UTC]} that the portal adds to column names.
 */
enum Column {
  TIME("TimeGenerated", "time"),
  RESOURCE_ID("_ResourceId", "resourceId"),
  RESOURCE("Resource"),
  OPERATION("OperationName"),
  CATEGORY("Category"),
  LEVEL("Level"),
  CODE("ResultType"),
  DESCRIPTION("ResultDescription"),
  PROPERTIES("properties_s", "properties"),
  INGESTED("ingestedAt");

  private static final Map<String, Column> BY_NAME = index();

  private final String exportName;
  private final String recordName;

  Column(String name) {
    this(name, name);
  }

  Column(String exportName, String recordName) {
    this.exportName = exportName;
    this.recordName = recordName;
  }

  private static Map<String, Column> index() {
    Map<String, Column> index = new HashMap<>();
    for (Column column : values()) {
      index.put(column.exportName.toLowerCase(Locale.ROOT), column);
      index.put(column.recordName.toLowerCase(Locale.ROOT), column);
    }
    return index;
  }

  static Optional<Column> named(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace("[utc]", "").strip();
    return Optional.ofNullable(BY_NAME.get(plain));
  }

  /** The column's name in Log Analytics. */
  String exportName() {
    return exportName;
  }
}
