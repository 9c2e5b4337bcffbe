package io.hubtriage.azure.storage;

import com.azure.data.tables.TableClient;
import com.azure.data.tables.models.TableEntity;
import io.hubtriage.model.Hub;
import io.hubtriage.sweep.EventMemory;
import io.hubtriage.sweep.EventsUnavailableException;
import io.hubtriage.sweep.HubEvents;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The event sweep's memory in an Azure table, a partition per hub. Safe to share.
 *
 * <p>Nearly always it is one row, {@code part:00}, whose ETag is the version. After a day of many
 * large crowds the document may not fit in a row; it is then cut into several, written in one
 * transaction. The first row tells how many count: those a longer document left behind do not.
 */
public final class TableEventMemory implements EventMemory {
  /** Characters of the document per row: below what a row takes however badly they compress. */
  static final int PART = 600_000;

  private static final String PREFIX = "part:";
  private static final String PARTS = "parts";
  private static final String ETAG = "odata.etag";
  private static final int READS = 4;

  private final Rows rows;

  /** Works on a table that exists. */
  public TableEventMemory(TableClient table) {
    this.rows = new Rows(table, EventsUnavailableException::new);
  }

  @Override
  public Stored load(Hub hub) {
    String partition = partition(hub);
    for (int i = 0; i < READS; i++) {
      List<TableEntity> found = rows.list(partition, Filter.prefix(PREFIX));
      if (found.isEmpty()) {
        return new Stored(hub, Optional.empty(), "");
      }
      List<TableEntity> parts = found.stream().limit(parts(found.get(0))).toList();
      // A long answer comes in pages, and somebody may write between two of them.
      if (parts.stream().map(TableEventMemory::stamp).distinct().count() == 1) {
        return new Stored(hub, Optional.of(read(partition, parts)), parts.get(0).getETag());
      }
    }
    throw new EventsUnavailableException(
        "reading the event memory of hub %s: it was written during each of %d reads; try again"
            .formatted(hub.resourceId(), READS),
        new IllegalStateException("rows of several saves"));
  }

  @Override
  public boolean save(Stored read, HubEvents after) {
    String partition = partition(read.hub());
    String json = StoredJson.write(EventsJson.write(after));
    int parts = (json.length() + PART - 1) / PART;
    TableEntity head = part(partition, json, 0).addProperty(PARTS, parts);
    Transaction transaction = new Transaction(partition);
    transaction.add(
        read.version().isEmpty()
            ? Transaction.insert(head)
            : Transaction.replace(head.addProperty(ETAG, read.version())));
    for (int i = 1; i < parts; i++) {
      transaction.add(Transaction.put(part(partition, json, i)));
    }
    return rows.submit(transaction);
  }

  private static TableEntity part(String partition, String json, int number) {
    TableEntity row = new TableEntity(partition, PREFIX + (number < 10 ? "0" : "") + number);
    int end = Math.min(json.length(), (number + 1) * PART);
    Columns.put(row, json.substring(number * PART, end));
    return row;
  }

  private HubEvents read(String partition, List<TableEntity> parts) {
    try {
      StringBuilder json = new StringBuilder();
      parts.forEach(part -> json.append(Columns.get(part)));
      return StoredJson.read(json.toString(), EventsJson::read);
    } catch (StoredFormatException e) {
      throw rows.failed("understanding the rows of partition " + partition, e);
    }
  }

  private static int parts(TableEntity head) {
    return head.getProperty(PARTS) instanceof Integer parts && parts > 0 ? parts : 1;
  }

  private static String stamp(TableEntity row) {
    return Objects.toString(row.getProperty(Transaction.STAMP));
  }

  /** No hub's own partition begins with a colon. */
  private static String partition(Hub hub) {
    return Keys.join(":events", hub.resourceId());
  }
}
