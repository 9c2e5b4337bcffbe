package io.hubtriage.azure.storage;

import com.azure.data.tables.TableClient;
import com.azure.data.tables.models.TableEntity;
import io.hubtriage.incident.IncidentsUnavailableException;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.model.Hub;
import io.hubtriage.watch.Vigil;
import io.hubtriage.watch.WatchMemory;
import java.util.List;
import java.util.Optional;

/**
 * The watch's memory in the outbox's table: the row {@code vigil} of a hub's partition, so that
 * what it causes can be written with it. Its ETag is the version. Safe to share.
 */
public final class TableWatchMemory implements WatchMemory {
  private static final String ROW = "vigil";
  private static final String ETAG = "odata.etag";

  private final Rows rows;
  private final Hubs hubs;

  /** Works on a table that exists. */
  public TableWatchMemory(TableClient table) {
    this.rows = new Rows(table, IncidentsUnavailableException::new);
    this.hubs = new Hubs(rows);
  }

  @Override
  public Stored load(Hub hub) {
    return rows.find(OutboxKeys.partition(hub), ROW)
        .map(
            row -> new Stored(hub, Optional.of(rows.document(row, VigilJson::read)), row.getETag()))
        .orElseGet(() -> new Stored(hub, Optional.empty(), ""));
  }

  @Override
  public boolean save(Stored read, Vigil after, List<OutboxRow> told) {
    String partition = OutboxKeys.partition(read.hub());
    TableEntity row = new TableEntity(partition, ROW);
    Columns.put(row, StoredJson.write(VigilJson.write(after)));
    Transaction transaction = new Transaction(partition);
    transaction.add(
        read.version().isEmpty()
            ? Transaction.insert(row)
            : Transaction.replace(row.addProperty(ETAG, read.version())));
    told.forEach(notice -> transaction.add(OutboxKeys.inserts(notice)));
    if (!told.isEmpty()) {
      hubs.register(partition);
    }
    return rows.submit(transaction);
  }
}
