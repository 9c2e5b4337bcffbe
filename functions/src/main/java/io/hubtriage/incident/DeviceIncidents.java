package io.hubtriage.incident;

import io.hubtriage.model.Cause;
import io.hubtriage.model.Condition;
import io.hubtriage.model.Device;
import io.hubtriage.model.Impact;
import io.hubtriage.model.Severity;
import io.hubtriage.model.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Brings the incidents of single devices up to date: who stays, who leaves, who moves because the
 * cause turned out to be another, who joins.
 */
final class DeviceIncidents {
  private final Ledger ledger;
  private final Wanted wanted;
  private final Inhibition inhibition;
  private final Policy policy;
  private final Instant now;

  /** Members under way from one incident to another. */
  private final Map<Device, Member> moving = new HashMap<>();

  DeviceIncidents(Ledger ledger, Wanted wanted, Inhibition inhibition, Policy policy, Instant now) {
    this.ledger = ledger;
    this.wanted = wanted;
    this.inhibition = inhibition;
    this.policy = policy;
    this.now = now;
  }

  void update() {
    ledger.open(Scope.DEVICES).forEach(this::sort);
    join();
    ledger.open(Scope.DEVICES).forEach(this::look);
  }

  /** What becomes of a member in this look. */
  private enum Fate {
    /** It is still in this trouble, or was not looked at. */
    STAYS,
    /** It was flapping and is well, but not for long enough to believe it. */
    SETTLES,
    /** Its trouble has another cause. */
    MOVES,
    /** It is well. */
    LEAVES
  }

  /** Parts the members into those who stay, move and leave. */
  private void sort(Incident stale) {
    // One that was dealt with before may have been merged into this one.
    Incident incident = ledger.get(stale.id());
    Map<Fate, List<Member>> fates = new EnumMap<>(Fate.class);
    for (Fate fate : Fate.values()) {
      fates.put(fate, new ArrayList<>());
    }
    for (Member member : incident.roster().listed().values()) {
      Condition same = wanted.of(member.device()).get(incident.cause());
      Member seen = same == null ? member : member.seen(same);
      fates.getOrDefault(fate(incident, member), List.of()).add(seen);
    }
    List<Member> stay = fates.getOrDefault(Fate.STAYS, List.of());
    List<Member> settle = fates.getOrDefault(Fate.SETTLES, List.of());
    List<Member> move = fates.getOrDefault(Fate.MOVES, List.of());
    List<Member> leave = fates.getOrDefault(Fate.LEAVES, List.of());
    if (stay.isEmpty() && !move.isEmpty() && incident.told().belief() != Told.Belief.OVER) {
      upgrade(incident, move, Stream.concat(settle.stream(), leave.stream()).toList());
      return;
    }
    move.forEach(m -> moving.putIfAbsent(m.device(), m));
    List<Member> rest = Stream.concat(stay.stream(), settle.stream()).toList();
    Roster roster = incident.roster().listing(rest, incident.roster().unlisted());
    ledger.put(incident.withRoster(roster.departing(leave, now)));
  }

  private Fate fate(Incident incident, Member member) {
    SortedMap<Cause, Condition> wants = wanted.of(member.device());
    if (wants.containsKey(incident.cause()) || !wanted.examined(member.device())) {
      return Fate.STAYS;
    }
    if (!wants.isEmpty()) {
      return Fate.MOVES;
    }
    boolean restless =
        !member.offline()
            && Policy.within(policy.quietTime(incident.cause()), member.lastRow(), now);
    return restless ? Fate.SETTLES : Fate.LEAVES;
  }

  /**
   * Nobody stays: the incident goes where most of its members go, and its story with it. One that
   * people believe over has no story to take along: it was others' trouble.
   */
  private void upgrade(Incident incident, List<Member> move, List<Member> leave) {
    Cause known = destination(move);
    List<Member> together = new ArrayList<>();
    for (Member member : move) {
      Condition condition = wanted.of(member.device()).get(known);
      if (condition == null) {
        moving.putIfAbsent(member.device(), member);
      } else {
        together.add(member.seen(condition));
      }
    }
    Optional<Incident> target = ledger.openDevices(known);
    Roster left = incident.roster().departing(leave, now);
    if (target.isEmpty()) {
      Roster roster = left.listing(together, incident.roster().unlisted());
      ledger.put(incident.withRoster(roster).upgraded(known, "", now));
    } else {
      merge(incident, target.get(), together);
    }
  }

  private void merge(Incident incident, Incident target, List<Member> together) {
    SortedMap<Device, Member> union = new TreeMap<>(target.roster().listed());
    int beyond = target.roster().unlisted();
    boolean known = target.told().goesOn();
    for (Member mover : together) {
      Member member = known ? mover.moved(now) : mover;
      if (union.size() < Roster.MAX_LISTED || union.containsKey(member.device())) {
        union.merge(member.device(), member, DeviceIncidents::toldOne);
      } else {
        beyond++;
      }
    }
    Roster roster = target.roster().listing(union.values(), beyond);
    ledger.put(target.withRoster(roster).merging(incident));
    ledger.put(incident.mergedAway(now));
  }

  private static Member toldOne(Member a, Member b) {
    return a.fresh() ? b : a;
  }

  private Cause destination(List<Member> move) {
    Map<Cause, Integer> votes = new TreeMap<>();
    for (Member member : move) {
      wanted.of(member.device()).keySet().forEach(cause -> votes.merge(cause, 1, Integer::sum));
    }
    return votes.entrySet().stream()
        .max(
            Map.Entry.<Cause, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }

  private void join() {
    Map<Cause, List<Condition>> joining = new TreeMap<>();
    wanted
        .all()
        .forEach(
            (device, causes) ->
                causes.forEach(
                    (cause, condition) -> {
                      if (mayJoin(cause, condition)) {
                        joining.computeIfAbsent(cause, c -> new ArrayList<>()).add(condition);
                      }
                    }));
    joining.forEach(this::join);
  }

  private boolean mayJoin(Cause cause, Condition c) {
    boolean member =
        ledger
            .openDevices(cause)
            .filter(i -> i.roster().listed().containsKey(c.device()))
            .isPresent();
    return !member && (moving.containsKey(c.device()) || watched(c));
  }

  /**
   * A device without any sign of life for long was told of and dropped; it is not taken up again.
   */
  private boolean watched(Condition c) {
    return c.impact() != Impact.OFFLINE || Policy.within(policy.unwatched(), c.lastRow(), now);
  }

  private void join(Cause cause, List<Condition> conditions) {
    Incident incident = home(cause, conditions);
    List<Member> members = new ArrayList<>(incident.roster().listed().values());
    int room = Math.min(Roster.MAX_LISTED - members.size(), conditions.size());
    for (Condition c : conditions.subList(0, room)) {
      members.add(joining(c));
    }
    int beyond = conditions.size() - room;
    // Who is beyond the list is not seen again one by one, so the number only grows while it is
    // full.
    boolean full = members.size() == Roster.MAX_LISTED;
    int unlisted = full ? Math.max(beyond, incident.roster().unlisted()) : 0;
    ledger.put(incident.withRoster(incident.roster().listing(members, unlisted)));
  }

  private Incident home(Cause cause, List<Condition> conditions) {
    return ledger
        .openDevices(cause)
        .or(() -> ledger.justResolved(cause, policy.calm(), now).map(i -> i.anew(span(conditions))))
        .orElseGet(
            () -> {
              Condition first = conditions.get(0);
              return Incident.opened(first.hub(), Scope.DEVICES, cause, "", span(conditions), now);
            });
  }

  private static Window span(List<Condition> conditions) {
    Condition first = conditions.get(0);
    return new Window(first.since(), first.lastRow());
  }

  private Member joining(Condition c) {
    Optional<Member> mover = Optional.ofNullable(moving.get(c.device()));
    return Member.joining(c, mover.or(() -> ledger.recall(c.device(), Severity.NONE)), now);
  }

  /** What the incident looks like now that everybody is in place. */
  private void look(Incident incident) {
    Incident seen = incident;
    Condition best = null;
    for (Device device : incident.roster().listed().keySet()) {
      Condition c = wanted.of(device).get(incident.cause());
      if (c != null) {
        seen = seen.withSpan(new Window(c.since(), c.lastRow()));
        best = best == null || c.confidence() > best.confidence() ? c : best;
      }
    }
    if (best != null) {
      seen =
          seen.withFindings(
              new Incident.Findings(
                  best.confidence(), best.evidence(), incident.findings().commonFactor()));
    }
    Roster roster = seen.roster().departing(List.of(), now);
    boolean full = roster.listed().size() == Roster.MAX_LISTED;
    Roster counted = full ? roster : roster.counting(0, 0);
    seen = seen.withRoster(counted.reaching(told(counted)));
    ledger.put(roster.listed().isEmpty() ? seen.resolved(now) : seen);
  }

  /** How many members no wide incident speaks for. */
  private int told(Roster roster) {
    long others = roster.listed().values().stream().filter(inhibition::covers).count();
    return roster.count() - (int) others;
  }
}
