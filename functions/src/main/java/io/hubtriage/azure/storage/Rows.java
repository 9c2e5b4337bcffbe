package io.hubtriage.azure.storage;

import com.azure.data.tables.TableClient;
import com.azure.data.tables.models.ListEntitiesOptions;
import com.azure.data.tables.models.TableEntity;
import com.azure.data.tables.models.TableErrorCode;
import com.azure.data.tables.models.TableServiceException;
import com.azure.data.tables.models.TableTransactionAction;
import com.azure.data.tables.models.TableTransactionActionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The rows of one table. What the service's client throws becomes the port's own exception. */
final class Rows {
  /**
   * Answers to a write that mean "not as you thought": the row exists, has changed or is gone. That
   * the table itself is missing is another code.
   */
  private static final Set<TableErrorCode> CONFLICTS =
      Set.of(
          TableErrorCode.ENTITY_ALREADY_EXISTS,
          TableErrorCode.UPDATE_CONDITION_NOT_SATISFIED,
          TableErrorCode.ENTITY_NOT_FOUND,
          TableErrorCode.RESOURCE_NOT_FOUND);

  private final TableClient table;
  private final BiFunction<String, Throwable, RuntimeException> unavailable;

  /**
   * Works on a table that exists.
   *
   * @param unavailable makes the port's exception of what was tried and what went wrong
   */
  Rows(TableClient table, BiFunction<String, Throwable, RuntimeException> unavailable) {
    this.table = table;
    this.unavailable = unavailable;
  }

  /**
   * The row, if there is one. Asked for by a filter on its whole key, which the service answers as
   * it does a read of one row; but that a row is absent is then an answer, not an error in the log.
   */
  Optional<TableEntity> find(String partition, String row) {
    return list(partition, Filter.row(row)).stream().findFirst();
  }

  /** All rows of a partition that a filter lets through, by key. */
  List<TableEntity> list(String partition, Filter filter) {
    ListEntitiesOptions options = new ListEntitiesOptions().setFilter(filter.in(partition));
    if (!filter.columns().isEmpty()) {
      options.setSelect(filter.columns());
    }
    try {
      List<TableEntity> found = new ArrayList<>();
      table.listEntities(options, null, null).forEach(found::add);
      return found;
    } catch (RuntimeException e) {
      throw failed("reading rows %s of partition %s".formatted(filter.key(), partition), e);
    }
  }

  /**
   * Writes the transaction.
   *
   * @return false, and nothing is written, if a row was not as the transaction wants it
   */
  boolean submit(Transaction transaction) {
    try {
      table.submitTransaction(transaction.actions());
      return true;
    } catch (TableServiceException e) {
      if (!conflict(e)) {
        throw failed(writing(transaction), e);
      }
      return wroteItself(transaction);
    } catch (RuntimeException e) {
      throw failed(writing(transaction), e);
    }
  }

  /** Reads the document in a row. */
  <T> T document(TableEntity row, Function<Fields, T> reader) {
    try {
      return StoredJson.read(Columns.get(row), reader);
    } catch (StoredFormatException e) {
      throw failed(
          "understanding row %s of partition %s".formatted(row.getRowKey(), row.getPartitionKey()),
          e);
    }
  }

  /** What to throw if the rows cannot be had. */
  RuntimeException failed(String what, Throwable cause) {
    return unavailable.apply(
        "%s in table %s: %s".formatted(what, table.getTableName(), Reason.of(cause)), cause);
  }

  /** Whether the rows the transaction met are its own, written by a try whose answer was lost. */
  private boolean wroteItself(Transaction transaction) {
    return transaction.actions().stream()
        .filter(a -> a.getActionType() != TableTransactionActionType.DELETE)
        .map(TableTransactionAction::getEntity)
        .findFirst()
        .flatMap(row -> find(transaction.partition(), row.getRowKey()))
        .map(row -> transaction.stamp().equals(row.getProperty(Transaction.STAMP)))
        .orElse(false);
  }

  private static String writing(Transaction transaction) {
    return "writing %d rows of partition %s, first %s"
        .formatted(
            transaction.actions().size(),
            transaction.partition(),
            transaction.actions().get(0).getEntity().getRowKey());
  }

  /** Of a failed transaction only the error is there: its response is null. */
  private static boolean conflict(TableServiceException e) {
    TableErrorCode code = e.getValue() == null ? null : e.getValue().getErrorCode();
    return code != null && CONFLICTS.contains(code);
  }
}
