package io.hubtriage.sweep;

import io.hubtriage.model.ConnectionEvent;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Where an event is filed. Hub, minute and shard name a partition, device and sequence number a row
 * of it: the same event has the same key however often it is delivered.
 *
 * @param minute start of a minute
 * @param shard 0 to {@link #SHARDS} - 1, so that a storm does not write to one partition alone
 */
public record JournalKey(Hub hub, Instant minute, int shard, Device device, String sequenceNumber) {
  /** Partitions a minute of a hub is spread over. */
  public static final int SHARDS = 16;

  /** An event that comes this late is filed under the minute it came in as well. */
  public static final Duration LATE = Duration.ofMinutes(5);

  /**
   * The keys of an event: the minute it happened in, and for a late one the minute it came in too,
   * because nobody reads the old minute again.
   */
  public static List<JournalKey> of(ConnectionEvent event, Instant receivedAt) {
    JournalKey happened = in(event, event.eventTime());
    JournalKey received = in(event, receivedAt);
    boolean late = !received.minute.isBefore(happened.minute.plus(LATE));
    return late ? List.of(happened, received) : List.of(happened);
  }

  private static JournalKey in(ConnectionEvent event, Instant at) {
    return new JournalKey(
        event.hub(),
        at.truncatedTo(ChronoUnit.MINUTES),
        shard(event.device()),
        event.device(),
        event.sequenceNumber());
  }

  /** Text hashes are the same on every machine; a record's need not be. */
  private static int shard(Device device) {
    return Math.floorMod(31 * device.deviceId().hashCode() + device.moduleId().hashCode(), SHARDS);
  }
}
