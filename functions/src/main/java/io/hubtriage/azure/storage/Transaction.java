package io.hubtriage.azure.storage;

import com.azure.data.tables.models.TableEntity;
import com.azure.data.tables.models.TableTransactionAction;
import com.azure.data.tables.models.TableTransactionActionType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Rows that are written together or not at all. It refuses what the service refuses
 * (learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions), because the
 * emulator takes some of it: rows of several partitions, a row twice, more than 100 rows, more than
 * 4 MiB.
 *
 * <p>Every row written carries the transaction's stamp. A client repeats a request whose answer was
 * lost, and the repeat then meets its own rows: the stamp tells them from somebody else's.
 */
final class Transaction {
  static final int MAX_ROWS = 100;

  /** A little below 4 MiB, for the framing of the request. */
  static final int MAX_BYTES = 4_000_000;

  static final String STAMP = "stamp";

  private static final int FRAMING = 1_000;

  private final String partition;
  private final String stamp = UUID.randomUUID().toString();
  private final List<TableTransactionAction> actions = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private int bytes;

  Transaction(String partition) {
    this.partition = partition;
  }

  /** A row that must not exist. */
  static TableTransactionAction insert(TableEntity row) {
    return new TableTransactionAction(TableTransactionActionType.CREATE, row);
  }

  /** A row that must be as it was read: its ETag counts. */
  static TableTransactionAction replace(TableEntity row) {
    return new TableTransactionAction(TableTransactionActionType.UPDATE_REPLACE, row, true);
  }

  /** A row that may exist, in whatever state. */
  static TableTransactionAction put(TableEntity row) {
    return new TableTransactionAction(TableTransactionActionType.UPSERT_REPLACE, row);
  }

  /** A row that must exist, in whatever state. */
  static TableTransactionAction delete(TableEntity row) {
    return new TableTransactionAction(TableTransactionActionType.DELETE, row, false);
  }

  /** A row that must be as it was read, and goes. */
  static TableTransactionAction deleteUnchanged(TableEntity row) {
    return new TableTransactionAction(TableTransactionActionType.DELETE, row, true);
  }

  /**
   * Adds an action.
   *
   * @throws IllegalArgumentException if the service would refuse it
   */
  Transaction add(TableTransactionAction action) {
    TableEntity row = action.getEntity();
    bytes += weight(action);
    if (!row.getPartitionKey().equals(partition)) {
      throw refused(row, "is of partition " + row.getPartitionKey());
    }
    if (!keys.add(row.getRowKey())) {
      throw refused(row, "is in it twice");
    }
    if (actions.size() == MAX_ROWS) {
      throw refused(row, "would be one too many: " + MAX_ROWS + " is the most");
    }
    if (bytes > MAX_BYTES) {
      throw refused(row, "makes it %,d bytes: %,d is the most".formatted(bytes, MAX_BYTES));
    }
    row.addProperty(STAMP, stamp);
    actions.add(action);
    return this;
  }

  Transaction add(Collection<TableTransactionAction> several) {
    several.forEach(this::add);
    return this;
  }

  /**
   * Shares out what must not be torn apart over as few transactions as it fits in, in order.
   *
   * @param first what every one of them begins with besides
   * @return the writes of each, without {@code first}; none without groups
   */
  static List<List<TableTransactionAction>> parts(
      String partition,
      List<TableTransactionAction> first,
      Collection<List<TableTransactionAction>> groups) {
    List<List<TableTransactionAction>> parts = new ArrayList<>();
    Transaction trial = new Transaction(partition).add(first);
    for (List<TableTransactionAction> group : groups) {
      if (parts.isEmpty() || !trial.takes(group)) {
        trial = new Transaction(partition).add(first);
        parts.add(new ArrayList<>());
      }
      trial.add(group);
      parts.get(parts.size() - 1).addAll(group);
    }
    return parts;
  }

  /** Whether these can be added too. */
  private boolean takes(Collection<TableTransactionAction> several) {
    int more = several.stream().mapToInt(Transaction::weight).sum();
    return actions.size() + several.size() <= MAX_ROWS && bytes + more <= MAX_BYTES;
  }

  String partition() {
    return partition;
  }

  String stamp() {
    return stamp;
  }

  List<TableTransactionAction> actions() {
    return List.copyOf(actions);
  }

  private IllegalArgumentException refused(TableEntity row, String why) {
    return new IllegalArgumentException(
        "transaction in partition %s: row %s %s".formatted(partition, row.getRowKey(), why));
  }

  /** Bytes in the request, about: texts are ASCII, bytes go as Base64. */
  private static int weight(TableTransactionAction action) {
    int weight = FRAMING;
    for (Object value : action.getEntity().getProperties().values()) {
      if (value instanceof String text) {
        weight += text.length() + text.length() / 4; // Quotes inside are escaped.
      } else if (value instanceof byte[] binary) {
        weight += (binary.length + 2) / 3 * 4;
      }
    }
    return weight;
  }
}
