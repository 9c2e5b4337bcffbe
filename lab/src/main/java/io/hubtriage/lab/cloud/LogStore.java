package io.hubtriage.lab.cloud;

import io.hubtriage.lab.kql.Kql;
import io.hubtriage.lab.kql.KqlException;
import io.hubtriage.lab.kql.Table;
import io.hubtriage.lab.kql.Translation;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The rows of a workspace in an embedded DuckDB, and the queries over them; one at a time. */
final class LogStore implements AutoCloseable {
  private static final String LOADING = "loading";

  private final DuckDBConnection database;
  private final DuckDBAppender loading;
  private final StoredColumns stored = new StoredColumns();

  /**
   * Opens an empty store.
   *
   * @param memory the most DuckDB may take, {@code 1GB}
   */
  LogStore(String memory) {
    try {
      Properties settings = new Properties();
      settings.setProperty("memory_limit", memory);
      settings.setProperty("temp_directory", ""); // an error, rather than files left on the disk
      database = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
      // They look for what a translation has done already, for longer than its query takes to run.
      run("SET disabled_optimizers = 'cte_inlining,common_subplan'");
      for (String statement : Kql.PRELUDE) {
        run(statement);
      }
      run(
          "CREATE TABLE "
              + LOADING
              + DiagnosticsTable.HELD.stream()
                  .map(name -> "\"" + name + '"' + type(name))
                  .collect(Collectors.joining(", ", "(", ", "))
              + Table.INGESTION_TIME
              + " BIGINT)");
      loading = database.createAppender(LOADING);
    } catch (SQLException e) {
      throw new IllegalStateException("opening DuckDB: " + e.getMessage(), e);
    }
  }

  private static String type(String column) {
    return column.equals("TimeGenerated") ? " BIGINT" : " VARCHAR";
  }

  /** Adds a row, before {@link #loaded}. */
  synchronized void add(DiagnosticRow row) {
    try {
      loading.beginRow();
      loading.append(DiagnosticsTable.micros(row.time()));
      loading.append(row.resourceId());
      loading.append(row.category());
      loading.append(row.operationName());
      loading.append(row.resultType());
      loading.append(row.resultDescription());
      loading.append(row.level());
      loading.append(row.properties());
      loading.append(row.location());
      loading.append(DiagnosticsTable.micros(row.ingestedAt()));
      loading.endRow();
    } catch (SQLException e) {
      throw new IllegalStateException("loading a row into DuckDB: " + e.getMessage(), e);
    }
  }

  /** Sorts the rows by time, so that a query reads only the part of the table it asks for. */
  synchronized void loaded() {
    try {
      loading.close();
      run(
          "CREATE TABLE "
              + DiagnosticsTable.SQL_NAME
              + " AS SELECT * REPLACE (make_timestamp(\"TimeGenerated\") AS \"TimeGenerated\","
              + " make_timestamp("
              + Table.INGESTION_TIME
              + ") AS "
              + Table.INGESTION_TIME
              + ") FROM "
              + LOADING
              + " ORDER BY \"TimeGenerated\"");
      run("DROP TABLE " + LOADING);
    } catch (SQLException e) {
      throw new IllegalStateException("sorting rows in DuckDB: " + e.getMessage(), e);
    }
  }

  /**
   * Runs a query.
   *
   * @param now rows ingested from here on are not there yet
   * @param limit how long it may take
   * @return the service's answer as JSON; empty if it took too long
   * @throws KqlException if the query is refused
   */
  synchronized Optional<byte[]> answer(String kql, Instant now, Duration limit) {
    Translation query = Kql.translate(kql, new DiagnosticsTable(now, stored));
    try {
      makeMissingColumns();
      try (Statement statement = database.createStatement()) {
        statement.setQueryTimeout(Math.toIntExact(Math.max(1, limit.toSeconds())));
        try (ResultSet rows = statement.executeQuery(query.sql())) {
          return Optional.of(AnswerJson.of(query.columns(), rows));
        }
      }
    } catch (SQLTimeoutException e) {
      return Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("running a translated query: " + e.getMessage(), e);
    }
  }

  /** The order of the rows stays as it is. */
  private void makeMissingColumns() throws SQLException {
    if (stored.missing().isEmpty()) {
      return;
    }
    run(
        "CREATE TABLE widened AS SELECT "
            + DiagnosticsTable.withoutConstants()
            + " FROM (SELECT *, "
            + stored.definitions()
            + " FROM "
            + DiagnosticsTable.whole()
            + ")");
    for (Table.Stored column : stored.missing()) {
      if (column.code().isPresent()) {
        run(
            "CREATE TYPE %s AS ENUM (SELECT DISTINCT %s FROM widened ORDER BY 1)"
                .formatted(column.code().get(), column.name()));
      }
    }
    String coded = stored.coded();
    run(
        "CREATE OR REPLACE TABLE "
            + DiagnosticsTable.SQL_NAME
            + " AS SELECT *"
            + (coded.isEmpty() ? "" : " REPLACE (" + coded + ")")
            + " FROM widened");
    run("DROP TABLE widened");
    stored.made();
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public synchronized void close() {
    try {
      database.close();
    } catch (SQLException e) {
      throw new IllegalStateException("closing DuckDB: " + e.getMessage(), e);
    }
  }
}
