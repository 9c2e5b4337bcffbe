package io.hubtriage.watch;

import io.hubtriage.incident.Blindness;
import io.hubtriage.incident.OutboxRow;
import io.hubtriage.model.Hub;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of how well HubTriage sees a hub, or sees and speaks at all.
 *
 * @param beganAt when it was first looked at
 * @param lookedAt when it was last looked at
 * @param spells what people were told and that goes on
 * @param gaps how long the hub's log usually pauses
 * @param shares how many rows usually have no clear cause
 */
public record Vigil(
    Instant beganAt, Instant lookedAt, List<Spell> spells, Gaps gaps, Shares shares) {
  /** Copies the list. */
  public Vigil {
    spells = List.copyOf(spells);
  }

  /** Nothing was ever looked at. */
  public static Vigil first(Instant now) {
    return new Vigil(now, Instant.EPOCH, List.of(), Gaps.NONE, Shares.NONE);
  }

  /** What people were told of this trouble, if it goes on. */
  public Optional<Sight> open(Blindness kind, String subject) {
    return spells.stream()
        .map(Spell::sight)
        .filter(sight -> sight.kind() == kind && sight.subject().equals(subject))
        .findFirst();
  }

  Vigil learned(Gaps gaps, Shares shares) {
    return new Vigil(beganAt, lookedAt, spells, gaps, shares);
  }

  /**
   * A look that was worked in.
   *
   * @param rows what is to be told
   */
  record Turn(Vigil after, List<OutboxRow> rows) {}

  /**
   * Works a look in. What is wrong is told once; so is that it is over. While nobody may be told,
   * nothing changes, and the next look decides.
   *
   * @param awakeWithin only if the look before was within this time: after a pause everything looks
   *     overdue, and the sweeps get a chance to make up for it first
   */
  Turn turn(Hub hub, List<Sight> sights, Duration awakeWithin, WatchPlan plan, Instant now) {
    boolean awake = !lookedAt.plus(awakeWithin).isBefore(now);
    List<Spell> going = new ArrayList<>();
    List<OutboxRow> rows = new ArrayList<>();
    for (Spell spell : spells) {
      boolean over = sights.stream().noneMatch(spell.sight()::sameAs);
      if (over && !plan.hearers(hub, spell.sight(), now).isEmpty()) {
        rows.addAll(spell.over(hub, now));
      } else {
        going.add(spell);
      }
    }
    for (Sight sight : sights) {
      boolean told = spells.stream().map(Spell::sight).anyMatch(sight::sameAs);
      List<String> hearers = told || !awake ? List.of() : plan.hearers(hub, sight, now);
      if (!hearers.isEmpty()) {
        Spell spell = new Spell(sight, hearers);
        going.add(spell);
        rows.addAll(spell.opened(hub, now));
      }
    }
    return new Turn(new Vigil(beganAt, now, going, gaps, shares), List.copyOf(rows));
  }
}
