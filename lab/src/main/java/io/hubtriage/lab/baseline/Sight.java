package io.hubtriage.lab.baseline;

import io.hubtriage.model.ConnectionRow;
import io.hubtriage.model.Device;
import io.hubtriage.model.Hub;
import io.hubtriage.model.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the log shows of a fleet at one moment: the distinct rows ingested so far. */
public final class Sight {
  private final Map<Series, NavigableMap<Place, ConnectionRow>> series = new HashMap<>();
  private final Map<Hub, Set<Device>> devices = new HashMap<>();
  private final Map<Hub, NavigableMap<Place, ConnectionRow>> drops = new HashMap<>();

  private int size;

  private record Series(Hub hub, Device device) {}

  /** Where a row lies among others; at the same time a drop comes before a connect. */
  private record Place(Instant time, boolean connect, String code, String device)
      implements Comparable<Place> {
    static Place of(ConnectionRow row) {
      return new Place(row.time(), connects(row), row.codeOrName(), row.device().label());
    }

    static Place before(Instant time) {
      return new Place(time, false, "", "");
    }

    @Override
    public int compareTo(Place other) {
      int byTime = time.compareTo(other.time);
      int byKind = byTime != 0 ? byTime : Boolean.compare(connect, other.connect);
      int byCode = byKind != 0 ? byKind : code.compareTo(other.code);
      return byCode != 0 ? byCode : device.compareTo(other.device);
    }
  }

  /** A log without rows. */
  Sight() {}

  /** Shows a row from now on. Whether it was not there before. */
  boolean add(ConnectionRow row) {
    Series of = new Series(row.hub(), row.device());
    devices.computeIfAbsent(row.hub(), h -> new HashSet<>()).add(row.device());
    Place place = Place.of(row);
    if (series.computeIfAbsent(of, s -> new TreeMap<>()).putIfAbsent(place, row) != null) {
      return false;
    }
    size++;
    if (!connects(row)) {
      drops.computeIfAbsent(row.hub(), h -> new TreeMap<>()).put(place, row);
    }
    return true;
  }

  /** How many rows there are: as long as it stays, so does every answer. */
  int size() {
    return size;
  }

  /** Whether a row is a connect that succeeded. */
  public static boolean connects(ConnectionRow row) {
    return row.operation() == Operation.CONNECT && !row.signal().isError();
  }

  /** How many devices of a hub were seen so far. */
  public int devices(Hub hub) {
    return devices.getOrDefault(hub, Set.of()).size();
  }

  /** The rows of the row's device in {@code [from, to)}, oldest first. */
  public Collection<ConnectionRow> rows(ConnectionRow of, Instant from, Instant to) {
    return all(of).subMap(Place.before(from), true, Place.before(to), false).values();
  }

  /** The disconnect and error rows of a hub in {@code [from, to)}, oldest first. */
  public Collection<ConnectionRow> drops(Hub hub, Instant from, Instant to) {
    return drops
        .getOrDefault(hub, new TreeMap<>())
        .subMap(Place.before(from), true, Place.before(to), false)
        .values();
  }

  /** The last successful connect of the row's device before the row. */
  public Optional<ConnectionRow> connectBefore(ConnectionRow row) {
    return first(all(row).headMap(Place.of(row), false).descendingMap());
  }

  /** The first successful connect of the row's device after the row. */
  public Optional<ConnectionRow> connectAfter(ConnectionRow row) {
    return first(all(row).tailMap(Place.of(row), false));
  }

  /** Whether the device connected within {@code limit} after the row. */
  public boolean backWithin(ConnectionRow row, Duration limit) {
    return connectAfter(row).filter(c -> !c.time().isAfter(row.time().plus(limit))).isPresent();
  }

  private NavigableMap<Place, ConnectionRow> all(ConnectionRow of) {
    return series.getOrDefault(new Series(of.hub(), of.device()), new TreeMap<>());
  }

  private static Optional<ConnectionRow> first(NavigableMap<Place, ConnectionRow> rows) {
    return rows.values().stream().filter(Sight::connects).findFirst();
  }
}
