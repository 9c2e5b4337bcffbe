package io.hubtriage.azure.storage;

import com.azure.data.tables.models.TableEntity;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The hubs that have rows in a table. Without the list, who looks for something in every hub would
 * have the service read the whole table. A hub is put on it before its first row is written, so
 * none is missing. Safe to share.
 */
final class Hubs {
  /** No escaped key begins with a colon. */
  private static final String PARTITION = ":hubs";

  private final Rows rows;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  Hubs(Rows rows) {
    this.rows = rows;
  }

  /** Puts a hub's partition on the list. */
  void register(String partition) {
    if (known.contains(partition)) {
      return;
    }
    TableEntity row = new TableEntity(PARTITION, "hub:" + partition);
    if (rows.submit(new Transaction(PARTITION).add(Transaction.put(row)))) {
      known.add(partition);
    }
  }

  /** The partitions on the list. */
  List<String> partitions() {
    return rows.list(PARTITION, Filter.prefix("hub:").keys()).stream()
        .map(row -> row.getRowKey().substring("hub:".length()))
        .toList();
  }
}
