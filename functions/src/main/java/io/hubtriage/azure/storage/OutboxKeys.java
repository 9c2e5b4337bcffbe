package io.hubtriage.azure.storage;

import com.azure.data.tables.models.TableEntity;
import com.azure.data.tables.models.TableTransactionAction;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.model.Hub;
import java.time.Instant;
import java.util.List;

/**
 * Where outbox rows are.
 *
 * <p>A notice on its way to a channel has a <em>home</em>, {@code outbox:NOTICE:CHANNEL}, for ever;
 * that it exists is what makes writing the same notice again a conflict. As long as it waits, its
 * document is in {@code waiting:NOTICE:CHANNEL} and the home is empty. So whoever looks for work
 * reads only the range {@code waiting:}, and a year of sent notices costs nothing.
 *
 * <p>A row that is done is first marked so where it is: moving takes two writes, and a summary
 * closes 90 rows in one transaction of 100. The next look for work moves it home.
 */
final class OutboxKeys {
  static final String WAITING = "waiting:";
  static final String HOME = "outbox:";

  /** Milliseconds from which a row that waits is due; 0 if it is done and only has to be moved. */
  static final String DUE = "due";

  static final String STATE = "state";
  static final String CHANNEL = "channel";

  /** Milliseconds of the notice: by it old rows are found. */
  static final String AT = "at";

  /** Milliseconds when the channel took it; 0 before. */
  static final String SENT = "sent";

  private OutboxKeys() {}

  static String partition(Hub hub) {
    return Keys.join(Keys.escape(hub.resourceId()));
  }

  static String waiting(String noticeId, String channel) {
    return Keys.join("waiting", noticeId, channel);
  }

  static String home(String noticeId, String channel) {
    return Keys.join("outbox", noticeId, channel);
  }

  /** What writes a row that must not exist yet. */
  static List<TableTransactionAction> inserts(OutboxRow row) {
    if (!row.state().waits()) {
      return List.of(Transaction.insert(atHome(row)));
    }
    return List.of(Transaction.insert(emptyHome(row)), Transaction.insert(inWaiting(row)));
  }

  static TableEntity atHome(OutboxRow row) {
    return filled(
        new TableEntity(
            partition(row.notice().facts().hub()), home(row.notice().id(), row.channel())),
        row);
  }

  static TableEntity emptyHome(OutboxRow row) {
    return new TableEntity(
        partition(row.notice().facts().hub()), home(row.notice().id(), row.channel()));
  }

  static TableEntity inWaiting(OutboxRow row) {
    return filled(
        new TableEntity(
            partition(row.notice().facts().hub()), waiting(row.notice().id(), row.channel())),
        row);
  }

  private static TableEntity filled(TableEntity entity, OutboxRow row) {
    entity
        .addProperty(DUE, row.state().waits() ? Math.max(1, row.notBefore().toEpochMilli()) : 0L)
        .addProperty(STATE, row.state().name())
        .addProperty(CHANNEL, Keys.escape(row.channel()))
        .addProperty(AT, row.notice().at().toEpochMilli())
        .addProperty(SENT, row.sentAt().map(Instant::toEpochMilli).orElse(0L));
    Columns.put(entity, StoredJson.write(NoticeJson.write(row)));
    return entity;
  }
}
