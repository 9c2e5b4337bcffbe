package io.hubtriage.incident;

import io.hubtriage.model.Condition;
import io.hubtriage.model.Trait;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How many devices of a group have which traits. Devices count by their id, modules with them. */
public final class Shares {
  /** Fewer devices than this share something by chance too easily to talk of. */
  static final int LEAST = 5;

  /** What at least so many of a group have may be what they have in common. */
  static final double COMMON = 0.6;

  private final Map<String, Set<Trait>> traits = new HashMap<>();
  private final Map<Trait, Integer> counts = new TreeMap<>();

  private Shares() {}

  /** Of an incident's members. */
  public static Shares ofMembers(Collection<Member> members) {
    Shares shares = new Shares();
    members.forEach(m -> shares.add(m.device().deviceId(), m.traits()));
    return shares;
  }

  /** Of devices in trouble. */
  public static Shares ofConditions(Collection<Condition> conditions) {
    Shares shares = new Shares();
    conditions.forEach(c -> shares.add(c.device().deviceId(), c.traits()));
    return shares;
  }

  private void add(String deviceId, Set<Trait> found) {
    Set<Trait> known = traits.computeIfAbsent(deviceId, id -> new TreeSet<>());
    for (Trait trait : found) {
      if (known.add(trait)) {
        counts.merge(trait, 1, Integer::sum);
      }
    }
  }

  /** How many devices there are. */
  int devices() {
    return traits.size();
  }

  /** How many of them have the trait. */
  int with(Trait trait) {
    return counts.getOrDefault(trait, 0);
  }

  /** How many of them have any trait of the kind. */
  int with(Trait.Kind kind) {
    return (int)
        traits.values().stream()
            .filter(known -> known.stream().anyMatch(t -> t.kind() == kind))
            .count();
  }

  /** How many different traits they have between them. */
  int variety() {
    return counts.size();
  }

  /** What most of them have, sorted; nothing if they are fewer than {@link #LEAST}. */
  public Set<Trait> common() {
    Set<Trait> common = new TreeSet<>();
    if (devices() >= LEAST) {
      counts.forEach(
          (trait, count) -> {
            if (count >= COMMON * devices()) {
              common.add(trait);
            }
          });
    }
    return common;
  }
}
