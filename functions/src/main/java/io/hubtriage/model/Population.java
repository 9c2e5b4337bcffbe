package io.hubtriage.model;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How common some traits are on a hub. Devices count by their id: their modules count with them, as
 * in the hub's metric.
 *
 * @param asOf when it was asked for
 * @param connected how many devices were connected at once at most, lately, by the hub's metric; 0
 *     if that is not known
 * @param devices how many devices the log showed with each trait that was asked for; sorted
 */
public record Population(Instant asOf, long connected, Map<Trait, Long> devices) {
  /** Nothing was asked. */
  public static final Population EMPTY = new Population(Instant.EPOCH, 0, Map.of());

  /** Copies the map. */
  public Population {
    devices = Collections.unmodifiableMap(new TreeMap<>(devices));
  }

  /** Whether all of these were asked for. */
  public boolean tells(Collection<Trait> traits) {
    return devices.keySet().containsAll(traits);
  }

  /** How many devices have the trait; 0 if it was not asked for. */
  public long with(Trait trait) {
    return devices.getOrDefault(trait, 0L);
  }
}
