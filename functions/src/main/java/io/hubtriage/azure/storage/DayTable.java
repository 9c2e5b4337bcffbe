package io.hubtriage.azure.storage;

import com.azure.core.exception.HttpResponseException;
import com.azure.data.tables.TableClient;
import com.azure.data.tables.models.ListEntitiesOptions;
import com.azure.data.tables.models.TableEntity;
import com.azure.data.tables.models.TableErrorCode;
import com.azure.data.tables.models.TableServiceException;
import io.hubtriage.sweep.EventsUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One day of the journal: a table that is made when the first row is written. */
final class DayTable {
  private final TableClient table;
  private final Rows rows;

  DayTable(TableClient table) {
    this.table = table;
    this.rows = new Rows(table, EventsUnavailableException::new);
  }

  /** Writes a row, unless there is one of its key. */
  void insert(TableEntity row) {
    try {
      if (unless(TableErrorCode.TABLE_NOT_FOUND, () -> create(row))) {
        return;
      }
      // Somebody else may make it at the same time.
      unless(TableErrorCode.TABLE_ALREADY_EXISTS, table::createTable);
      create(row);
    } catch (RuntimeException e) {
      throw rows.failed(
          "writing row %s of partition %s".formatted(row.getRowKey(), row.getPartitionKey()), e);
    }
  }

  private void create(TableEntity row) {
    unless(TableErrorCode.ENTITY_ALREADY_EXISTS, () -> table.createEntity(row));
  }

  /** The rows of the partitions from one key up to another one, exclusive; escaped, no quotes. */
  <T> List<T> read(String from, String to, Function<Fields, T> reader) {
    String filter = "PartitionKey ge '%s' and PartitionKey lt '%s'".formatted(from, to);
    return list(filter).stream().map(row -> rows.document(row, reader)).toList();
  }

  /** None if there is no table: a query has no other 404, and the client hides its code. */
  private List<TableEntity> list(String filter) {
    List<TableEntity> found = new ArrayList<>();
    try {
      ListEntitiesOptions options = new ListEntitiesOptions().setFilter(filter);
      table.listEntities(options, null, null).forEach(found::add);
      return found;
    } catch (HttpResponseException e) {
      if (e.getResponse() != null && e.getResponse().getStatusCode() == 404) {
        return List.of();
      }
      throw rows.failed("reading rows where " + filter, e);
    } catch (RuntimeException e) {
      throw rows.failed("reading rows where " + filter, e);
    }
  }

  /** Ends the day. That it is gone already is all right. */
  void drop() {
    try {
      unless(TableErrorCode.TABLE_NOT_FOUND, table::deleteTable);
    } catch (RuntimeException e) {
      throw rows.failed("dropping what is old", e);
    }
  }

  /**
   * Runs it.
   *
   * @return false if the service gave this very answer instead
   */
  private static boolean unless(TableErrorCode answer, Runnable call) {
    try {
      call.run();
      return true;
    } catch (TableServiceException e) {
      if (e.getValue() != null && answer.equals(e.getValue().getErrorCode())) {
        return false;
      }
      throw e;
    }
  }
}
