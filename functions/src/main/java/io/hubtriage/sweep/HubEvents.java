package io.hubtriage.sweep;

import io.hubtriage.diagnose.Baseline;
import io.hubtriage.model.Device;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the event sweep remembers of a hub: nothing of devices that are connected.
 *
 * @param sweptAt when the last sweep was; empty before the first
 * @param away devices whose newest event says that they are not connected; a bounded number
 * @param beyond how many more there were than {@code away} takes, at the last sweep
 * @param crowds devices that went together, oldest first
 * @param stayedAway devices that went and were not back within a short time, per bin of a day
 * @param cameBack devices that went and were back in minutes, per bin of a day
 */
public record HubEvents(
    Optional<Instant> sweptAt,
    Map<Device, Absence> away,
    int beyond,
    List<Crowd> crowds,
    Baseline stayedAway,
    Baseline cameBack) {
  /** A hub never looked at before. */
  public static final HubEvents EMPTY =
      new HubEvents(Optional.empty(), Map.of(), 0, List.of(), Baseline.EMPTY, Baseline.EMPTY);

  /** Copies and sorts. */
  public HubEvents {
    away = Collections.unmodifiableMap(new TreeMap<>(away));
    crowds = List.copyOf(crowds);
  }

  /**
   * A device that is away.
   *
   * @param since the first of the disconnect events without a connect event between them
   * @param last the newest of them
   * @param sequenceNumber of the newest
   */
  public record Absence(Instant since, Instant last, String sequenceNumber) {}

  /**
   * Devices that went at about the same time, more than is usual for the hub.
   *
   * @param start the first event of it
   * @param end the last event of it so far
   * @param members some of them and when each went; a bounded number
   * @param count all of them, at least as many as there are members
   */
  public record Crowd(Instant start, Instant end, Map<Device, Instant> members, int count) {
    /** Copies and sorts. */
    public Crowd {
      members = Collections.unmodifiableMap(new TreeMap<>(members));
    }
  }
}
