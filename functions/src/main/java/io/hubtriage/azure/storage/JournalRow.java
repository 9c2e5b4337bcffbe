package io.hubtriage.azure.storage;

import com.azure.data.tables.models.TableEntity;
import io.hubtriage.model.ConnectionEvent;
import io.hubtriage.model.ConnectionEvent.State;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.sweep.JournalKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * An event as a row of the journal.
 *
 * <pre>
 *   partition   HUB:202603101200:07                minute and shard
 *   row         id:DEVICE:MODULE:SEQUENCE-NUMBER   in lower case, whose order is the same
 *               sha256:HASH:SEQUENCE-NUMBER        if the ids are too long for a key
 * </pre>
 */
final class JournalRow {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuuMMddHHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private JournalRow() {}

  static TableEntity of(JournalKey key, ConnectionEvent event) {
    String partition =
        minute(key.hub(), key.minute()) + (key.shard() < 10 ? ":0" : ":") + key.shard();
    TableEntity row = new TableEntity(partition, rowKey(key.device(), key.sequenceNumber()));
    Body document =
        ModelJson.write(event.device())
            .code("state", event.state())
            .at("at", event.eventTime())
            .text("sequenceNumber", event.sequenceNumber());
    Columns.put(row, StoredJson.write(document));
    return row;
  }

  static ConnectionEvent read(Hub hub, Fields fields) {
    return new ConnectionEvent(
        hub,
        ModelJson.device(fields),
        fields.code("state", State.class),
        fields.at("at"),
        fields.text("sequenceNumber"));
  }

  /** What the partitions of a hub's minute begin with; the order of texts is that of time. */
  static String minute(Hub hub, Instant minute) {
    return Keys.join(Keys.escape(hub.resourceId()), MINUTE.format(minute));
  }

  private static String rowKey(Device device, String sequenceNumber) {
    String number = sequenceNumber.toLowerCase(Locale.ROOT);
    String ids = "id:" + Keys.escape(device.deviceId()) + ":" + Keys.escape(device.moduleId());
    boolean fits = ids.length() + 1 + number.length() <= Keys.LONGEST;
    return Keys.join(fits ? ids : "sha256:" + hash(ids), number);
  }

  private static String hash(String ids) {
    try {
      byte[] bytes = ids.getBytes(StandardCharsets.US_ASCII);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
