package io.hubtriage.lab.cloud;

import io.hubtriage.lab.kql.Column;
import io.hubtriage.lab.kql.Table;
import io.hubtriage.lab.kql.Type;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code AzureDiagnostics} as of a moment: the columns of the service's table (the test's schema
 * file lists them), of which those that no row of an IoT hub's connections fills are constants.
 */
record DiagnosticsTable(Instant now, StoredColumns stored) implements Table {
  /** The table in DuckDB; rows stand in order of their time. */
  static final String SQL_NAME = "diagnostics";

  /** The columns it has there, but for the time of ingestion and what is made of others. */
  static final List<String> HELD =
      List.of(
          "TimeGenerated",
          "_ResourceId",
          "Category",
          "OperationName",
          "ResultType",
          "ResultDescription",
          "Level",
          "properties_s",
          "location_s");

  /** The columns that are the same in every row, and what they hold. */
  private static final Map<Column, String> CONSTANTS = constants();

  private static final List<Column> COLUMNS =
      Stream.concat(HELD.stream().map(DiagnosticsTable::column), CONSTANTS.keySet().stream())
          .toList();

  private static Map<Column, String> constants() {
    Map<Column, String> constants = new LinkedHashMap<>();
    Stream.of(
            "TenantId",
            "ResourceId",
            "ResourceGroup",
            "SubscriptionId",
            "Resource",
            "ResourceType",
            "OperationVersion",
            "ResultSignature",
            "CallerIPAddress",
            "CorrelationId")
        .forEach(name -> constants.put(column(name), "''"));
    constants.put(column("ResourceProvider"), "'MICROSOFT.DEVICES'");
    constants.put(column("SourceSystem"), "'Azure'");
    constants.put(column("Type"), "'AzureDiagnostics'");
    constants.put(new Column("DurationMs", Type.LONG), "NULL::BIGINT");
    constants.put(new Column("AdditionalFields", Type.DYNAMIC), "NULL::JSON");
    return Collections.unmodifiableMap(constants);
  }

  private static Column column(String name) {
    return new Column(name, name.equals("TimeGenerated") ? Type.DATETIME : Type.STRING);
  }

  @Override
  public String name() {
    return "AzureDiagnostics";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  /** Rows that are not ingested yet are not there. */
  @Override
  public String from() {
    return "(SELECT * FROM "
        + whole()
        + " WHERE "
        + INGESTION_TIME
        + " < make_timestamp("
        + micros(now)
        + "))";
  }

  /** The table with the constants. */
  static String whole() {
    return CONSTANTS.entrySet().stream()
        .map(e -> e.getValue() + " AS " + identifier(e.getKey()))
        .collect(Collectors.joining(", ", "(SELECT *, ", " FROM " + SQL_NAME + ")"));
  }

  /** A SELECT's list of all columns but the constants. */
  static String withoutConstants() {
    return CONSTANTS.keySet().stream()
        .map(DiagnosticsTable::identifier)
        .collect(Collectors.joining(", ", "* EXCLUDE (", ")"));
  }

  private static String identifier(Column column) {
    return '"' + column.name() + '"';
  }

  @Override
  public Optional<Stored> stored(String expression, Type type) {
    return stored.column(expression, type);
  }

  static long micros(Instant time) {
    return Math.addExact(
        Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
  }
}
