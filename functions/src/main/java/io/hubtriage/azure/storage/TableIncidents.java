package io.hubtriage.azure.storage;

import com.azure.data.tables.TableClient;
import com.azure.data.tables.models.TableEntity;
import com.azure.data.tables.models.TableTransactionAction;
import io.hubtriage.incident.Incident;
import io.hubtriage.incident.Incidents;
import io.hubtriage.incident.IncidentsUnavailableException;
import io.hubtriage.model.Hub;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Incidents in an Azure table, which they share with {@link TableOutbox}. Safe to share.
 *
 * <p>A hub is a partition. Its row {@code incidents} is written with every commit, on condition
 * that nobody wrote it since it was read; its ETag is the book's version. An incident is the row
 * {@code incidents:ID}; once forgotten, {@code history:ID}.
 *
 * <p>A commit is one transaction. Only if it has more rows than one takes, it is several, each with
 * whole incidents and their notices; a writer that is overtaken between two of them throws, and the
 * next look finds the rest still to do.
 */
public final class TableIncidents implements Incidents {
  private static final Comparator<Incident> OLDEST_FIRST =
      Comparator.comparing(Incident::openedAt).thenComparing(Incident::id);
  private static final String VERSION = "incidents";
  private static final String ETAG = "odata.etag";
  private static final int READS = 4;

  private final Rows rows;
  private final Hubs hubs;

  /** Works on a table that exists. */
  public TableIncidents(TableClient table) {
    this.rows = new Rows(table, IncidentsUnavailableException::new);
    this.hubs = new Hubs(rows);
  }

  @Override
  public Book load(Hub hub) {
    String partition = OutboxKeys.partition(hub);
    for (int i = 0; i < READS; i++) {
      String version = version(partition);
      if (version.isEmpty()) {
        return new Book(hub, List.of(), "");
      }
      List<Incident> incidents =
          rows.list(partition, Filter.prefix("incidents:")).stream()
              .map(row -> rows.document(row, IncidentJson::read))
              .sorted(OLDEST_FIRST)
              .toList();
      // A long answer comes in pages, and somebody may write between two of them.
      if (version.equals(version(partition))) {
        return new Book(hub, incidents, version);
      }
    }
    throw new IncidentsUnavailableException(
        "reading the incidents of hub %s: they were written during each of %d reads; try again"
            .formatted(hub.resourceId(), READS));
  }

  @Override
  public boolean commit(Commit commit) {
    Hub hub = commit.read().hub();
    String partition = OutboxKeys.partition(hub);
    hubs.register(partition);
    String version = commit.read().version();
    List<List<TableTransactionAction>> parts =
        CommitParts.of(commit, next(partition, commit.read().version()));
    for (int i = 0; i < parts.size(); i++) {
      Transaction transaction =
          new Transaction(partition).add(next(partition, version)).add(parts.get(i));
      if (!rows.submit(transaction)) {
        if (i == 0) {
          return false;
        }
        throw overtaken(hub, i, parts.size());
      }
      if (i + 1 < parts.size()) {
        version = ownVersion(transaction).orElseThrow(() -> overtaken(hub, 1, parts.size()));
      }
    }
    return true;
  }

  /** Writes the version row on condition that it is still as read. */
  private static TableTransactionAction next(String partition, String version) {
    TableEntity row = new TableEntity(partition, VERSION);
    return version.isEmpty()
        ? Transaction.insert(row)
        : Transaction.replace(row.addProperty(ETAG, version));
  }

  private String version(String partition) {
    return rows.find(partition, VERSION).map(TableEntity::getETag).orElse("");
  }

  /** The version the transaction left, if nobody wrote since. */
  private Optional<String> ownVersion(Transaction transaction) {
    return rows.find(transaction.partition(), VERSION)
        .filter(row -> transaction.stamp().equals(row.getProperty(Transaction.STAMP)))
        .map(TableEntity::getETag);
  }

  private static IncidentsUnavailableException overtaken(Hub hub, int done, int parts) {
    return new IncidentsUnavailableException(
        "writing the incidents of hub %s: somebody else wrote after part %d of %d; look again"
            .formatted(hub.resourceId(), done, parts));
  }
}
