package io.hubtriage.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Everything one look at a hub found out. What is not in it was not looked at and stays as it was:
 * quiet is not recovery.
 *
 * @param at the moment of the look
 * @param examined the devices that were looked at, sound ones included
 * @param conditions what is wrong with them now, at most one per device and cause, sorted by device
 * @param outages the hub-wide and site-wide faults of the look-back, oldest first, ended ones
 *     included
 * @param population how common the traits are that those in trouble share; {@link Population#EMPTY}
 *     if that was not asked
 */
public record Assessment(
    Hub hub,
    Instant at,
    Set<Device> examined,
    List<Condition> conditions,
    List<Outage> outages,
    Population population) {
  /** Copies the collections. */
  public Assessment {
    examined = Set.copyOf(examined);
    conditions = List.copyOf(conditions);
    outages = List.copyOf(outages);
  }

  /** Without a population. */
  public Assessment(
      Hub hub, Instant at, Set<Device> examined, List<Condition> conditions, List<Outage> outages) {
    this(hub, at, examined, conditions, outages, Population.EMPTY);
  }

  /** The same with what was asked of the hub's devices. */
  public Assessment with(Population asked) {
    return new Assessment(hub, at, examined, conditions, outages, asked);
  }
}
