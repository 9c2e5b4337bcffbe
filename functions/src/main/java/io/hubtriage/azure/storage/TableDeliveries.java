package io.hubtriage.azure.storage;

import com.azure.data.tables.TableClient;
import com.azure.data.tables.models.TableEntity;
import io.hubtriage.incident.Deliveries;
import io.hubtriage.incident.IncidentsUnavailableException;
import io.hubtriage.incident.OutboxRow.State;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of the rows of a {@link TableOutbox}. Documents are read of rejected rows only, for
 * their reasons; all else is in small columns. Safe to share.
 */
public final class TableDeliveries implements Deliveries {
  private final Rows rows;
  private final Hubs hubs;

  /** Works on the outbox's table, which exists. */
  public TableDeliveries(TableClient table) {
    this.rows = new Rows(table, IncidentsUnavailableException::new);
    this.hubs = new Hubs(rows);
  }

  @Override
  public Map<String, Tally> since(Instant since) {
    // By hub, notice and channel: one that moves home between two reads is seen twice.
    Map<String, Seen> seen = new HashMap<>();
    String recent = OutboxKeys.AT + " ge " + since.toEpochMilli() + "L";
    String waits = OutboxKeys.DUE + " gt 0L";
    String rejected = "%s and %s eq '%s'".formatted(recent, OutboxKeys.STATE, State.REJECTED);
    for (String partition : hubs.partitions()) {
      for (String prefix : List.of(OutboxKeys.WAITING, OutboxKeys.HOME)) {
        columns(partition, Filter.prefix(prefix).where("(" + recent + " or " + waits + ")"))
            .forEach(row -> seen.put(key(row, prefix), seen(row)));
        rows.list(partition, Filter.prefix(prefix).where(rejected))
            .forEach(
                row -> seen.put(key(row, prefix), Seen.of(rows.document(row, NoticeJson::row))));
      }
    }
    return Deliveries.tally(seen.values());
  }

  private List<TableEntity> columns(String partition, Filter filter) {
    return rows.list(
        partition,
        filter.only(OutboxKeys.STATE, OutboxKeys.CHANNEL, OutboxKeys.AT, OutboxKeys.SENT));
  }

  private static String key(TableEntity row, String prefix) {
    return row.getPartitionKey() + "/" + row.getRowKey().substring(prefix.length());
  }

  private static Seen seen(TableEntity row) {
    long sent = number(row, OutboxKeys.SENT);
    return new Seen(
        Keys.unescape(String.valueOf(row.getProperty(OutboxKeys.CHANNEL))),
        State.valueOf(String.valueOf(row.getProperty(OutboxKeys.STATE))),
        Instant.ofEpochMilli(number(row, OutboxKeys.AT)),
        sent == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(sent)),
        "");
  }

  private static long number(TableEntity row, String column) {
    return row.getProperty(column) instanceof Long number ? number : 0;
  }
}
