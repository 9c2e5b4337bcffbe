package io.hubtriage.incident;

import io.hubtriage.model.Device;
import io.hubtriage.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Turns what is due and not refused into notices, and writes down that it was told. */
final class Telling {
  private final Ledger ledger;
  private final Policy policy;
  private final Inhibition inhibition;
  private final Due due;
  private final Gate gates;
  private final Instant now;
  private final List<Notice> notices = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();

  Telling(Ledger ledger, Policy policy, Mutes mutes, Inhibition inhibition, Instant now) {
    this.ledger = ledger;
    this.policy = policy;
    this.inhibition = inhibition;
    this.due = new Due(policy, inhibition, ledger);
    this.gates = Gates.all(policy, mutes, inhibition);
    this.now = now;
  }

  void tell() {
    ledger.all(Scope.WIDE).forEach(this::tell);
    ledger.all(Scope.DEVICES).forEach(this::tell);
  }

  List<Notice> notices() {
    return List.copyOf(notices);
  }

  List<Kept> kept() {
    return List.copyOf(kept);
  }

  private void tell(Incident incident) {
    for (NoticeKind kind : due.kinds(incident, now)) {
      var refusal = gates.refuse(incident, kind, now);
      if (refusal.isPresent()) {
        kept.add(new Kept(incident.id(), kind, refusal.get()));
      } else {
        say(incident, kind);
        return;
      }
    }
  }

  private void say(Incident incident, NoticeKind kind) {
    if (kind == NoticeKind.OPENED && !incident.open()) {
      // Two notices in one look: what happened, and that it is over.
      Incident told = told(incident.reopened(), kind, List.of());
      say(told.resolved(incident.resolvedAt().orElse(now)), NoticeKind.RESOLVED);
      return;
    }
    List<Member> unwatched = kind == NoticeKind.REMINDER ? due.unwatched(incident, now) : List.of();
    Incident told = told(incident, kind, unwatched);
    ledger.put(unwatched.isEmpty() ? told : without(told, unwatched));
  }

  private Incident told(Incident incident, NoticeKind kind, List<Member> unwatched) {
    String id = incident.id() + "-" + (incident.told().sequence() + 1);
    Facts facts = new Telegram(incident, inhibition, unwatched).facts(kind);
    notices.add(new Notice(id, kind, now, facts));
    Severity severity = incident.severity();
    Roster roster =
        incident.roster().mapListed(m -> spokenFor(incident, m) ? m : m.told(severity, now));
    Roster all = kind == NoticeKind.RESOLVED ? roster.tellDeparted(severity, now) : roster;
    return incident.withRoster(all).withTold(incident.told().after(kind, incident, policy, now));
  }

  private boolean spokenFor(Incident incident, Member member) {
    return !incident.wide() && inhibition.covers(member);
  }

  /** The notice said that they are no longer watched, so their leaving needs no further one. */
  private Incident without(Incident incident, Collection<Member> unwatched) {
    TreeMap<Device, Member> rest = new TreeMap<>(incident.roster().listed());
    Set<Device> gone = unwatched.stream().map(Member::device).collect(Collectors.toSet());
    rest.keySet().removeAll(gone);
    Roster roster = incident.roster().listing(rest.values(), incident.roster().unlisted());
    Incident left = incident.withRoster(roster);
    return rest.isEmpty() ? left.withTold(left.told().over()).resolved(now) : left;
  }
}
