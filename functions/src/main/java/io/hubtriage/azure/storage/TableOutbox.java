package io.hubtriage.azure.storage;

import com.azure.data.tables.TableClient;
import com.azure.data.tables.models.TableEntity;
import com.azure.data.tables.models.TableTransactionAction;
import io.hubtriage.incident.IncidentsUnavailableException;
import io.hubtriage.incident.Outbox;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.incident.OutboxRow.State;
import io.hubtriage.model.Hub;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The outbox in an Azure table, which it shares with {@link TableIncidents}. Where its rows are,
 * and why looking for work costs as much as there is work: {@link OutboxKeys}. Safe to share.
 */
public final class TableOutbox implements Outbox {
  /** How long rows that are done are kept. */
  static final Duration KEPT = Duration.ofDays(30);

  private static final Comparator<OutboxRow> BY_NOTICE =
      Comparator.comparing((OutboxRow r) -> r.notice().at())
          .thenComparing(r -> r.notice().id())
          .thenComparing(OutboxRow::channel);

  /** Rows moved home in one look for work, so that a backlog does not hold up what is due. */
  private static final int MOVED = 1_000;

  /** From here on one listing is quicker than rows one by one. */
  private static final int FEW = 4;

  private static final int READS = 3;

  private final Rows rows;
  private final Hubs hubs;

  /** Works on a table that exists. */
  public TableOutbox(TableClient table) {
    this.rows = new Rows(table, IncidentsUnavailableException::new);
    this.hubs = new Hubs(rows);
  }

  /** Also moves rows that are done out of the way of later looks. */
  @Override
  public List<OutboxRow> due(Instant now, int limit) {
    List<OutboxRow> due = new ArrayList<>();
    for (String partition : hubs.partitions()) {
      List<TableEntity> done = new ArrayList<>();
      String until = OutboxKeys.DUE + " le " + now.toEpochMilli() + "L";
      for (TableEntity row : rows.list(partition, waiting().where(until))) {
        OutboxRow read = read(row);
        if (!read.state().waits()) {
          done.add(row);
        } else if (read.due(now)) {
          due.add(read);
        }
      }
      moveHome(partition, done);
    }
    return due.stream().sorted(BY_NOTICE).limit(limit).toList();
  }

  @Override
  public Optional<OutboxRow> find(Hub hub, String noticeId, String channel) {
    return locate(OutboxKeys.partition(hub), noticeId, channel).map(this::read);
  }

  @Override
  public List<OutboxRow> held(Hub hub, String channel) {
    String held =
        "%s eq '%s' and %s eq '%s'"
            .formatted(OutboxKeys.STATE, State.HELD, OutboxKeys.CHANNEL, Keys.escape(channel));
    return rows.list(OutboxKeys.partition(hub), waiting().where(held)).stream()
        .map(this::read)
        .sorted(BY_NOTICE)
        .toList();
  }

  @Override
  public boolean replace(List<OutboxRow> before, List<OutboxRow> after) {
    if (after.isEmpty()) {
      return true;
    }
    String partition = OutboxKeys.partition(after.get(0).notice().facts().hub());
    Map<String, TableEntity> stored = stored(partition, before);
    for (OutboxRow row : before) {
      TableEntity entity = stored.get(keyOf(row));
      if (entity == null || !read(entity).equals(row)) {
        return false;
      }
    }
    Transaction transaction = new Transaction(partition);
    for (OutboxRow row : after) {
      TableEntity entity = stored.get(keyOf(row));
      transaction.add(entity == null ? OutboxKeys.inserts(row) : updates(entity, row));
    }
    hubs.register(partition);
    return rows.submit(transaction);
  }

  /**
   * Deletes rows that were done with and are older than 30 days.
   *
   * @return how many
   * @throws IncidentsUnavailableException if the store does not answer; what is left goes next time
   */
  public int prune(Instant now) {
    int gone = 0;
    String old = OutboxKeys.AT + " lt " + now.minus(KEPT).toEpochMilli() + "L";
    for (String partition : hubs.partitions()) {
      // The home of a row that waits is empty: it has no time and stays.
      List<TableEntity> rest =
          rows.list(partition, Filter.prefix(OutboxKeys.HOME).where(old).keys());
      for (List<TableTransactionAction> part :
          Transaction.parts(partition, List.of(), each(rest, Transaction::delete))) {
        gone += rows.submit(new Transaction(partition).add(part)) ? part.size() : 0;
      }
    }
    return gone;
  }

  private static Filter waiting() {
    return Filter.prefix(OutboxKeys.WAITING);
  }

  private OutboxRow read(TableEntity row) {
    return rows.document(row, NoticeJson::row);
  }

  /** The rows as they are stored, by {@link #keyOf}; those that are not there are missing. */
  private Map<String, TableEntity> stored(String partition, List<OutboxRow> wanted) {
    Map<String, TableEntity> stored = new HashMap<>();
    if (wanted.size() >= FEW) {
      rows.list(partition, waiting()).forEach(row -> stored.put(row.getRowKey(), row));
    }
    for (OutboxRow row : wanted) {
      if (!stored.containsKey(keyOf(row))) {
        locate(partition, row.notice().id(), row.channel())
            .ifPresent(found -> stored.put(keyOf(row), found));
      }
    }
    return stored;
  }

  private Optional<TableEntity> locate(String partition, String noticeId, String channel) {
    String waiting = OutboxKeys.waiting(noticeId, channel);
    String home = OutboxKeys.home(noticeId, channel);
    for (int i = 0; i < READS; i++) {
      Optional<TableEntity> found = rows.find(partition, waiting);
      if (found.isPresent()) {
        return found;
      }
      Optional<TableEntity> atHome = rows.find(partition, home);
      if (atHome.isEmpty() || atHome.get().getProperty(OutboxKeys.STATE) != null) {
        return atHome;
      }
      // An empty home without a row that waits: it was written between the two reads.
    }
    throw new IncidentsUnavailableException(
        "reading notice %s for channel %s: it was moved during each of %d reads; try again"
            .formatted(noticeId, channel, READS));
  }

  private static List<TableTransactionAction> updates(TableEntity stored, OutboxRow row) {
    boolean waiting = stored.getRowKey().startsWith(OutboxKeys.WAITING);
    if (waiting) {
      return List.of(Transaction.replace(since(stored, OutboxKeys.inWaiting(row))));
    }
    if (!row.state().waits()) {
      return List.of(Transaction.replace(since(stored, OutboxKeys.atHome(row))));
    }
    return List.of(
        Transaction.replace(since(stored, OutboxKeys.emptyHome(row))),
        Transaction.insert(OutboxKeys.inWaiting(row)));
  }

  private static TableEntity since(TableEntity stored, TableEntity next) {
    return next.addProperty("odata.etag", stored.getETag());
  }

  /** Somebody else may do it at the same time; then theirs counts. */
  private void moveHome(String partition, List<TableEntity> done) {
    List<List<TableTransactionAction>> moves =
        done.stream()
            .limit(MOVED)
            .map(
                row ->
                    List.of(
                        Transaction.put(OutboxKeys.atHome(read(row))),
                        Transaction.deleteUnchanged(row)))
            .toList();
    Transaction.parts(partition, List.of(), moves)
        .forEach(part -> rows.submit(new Transaction(partition).add(part)));
  }

  private static String keyOf(OutboxRow row) {
    return OutboxKeys.waiting(row.notice().id(), row.channel());
  }

  private static List<List<TableTransactionAction>> each(
      List<TableEntity> rows, Function<TableEntity, TableTransactionAction> action) {
    return rows.stream().map(row -> List.of(action.apply(row))).toList();
  }
}
